import { explained } from "./explained";

/** Prints why a synth failed, and makes the process fail. Unexpected errors keep their stack trace. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  console.error(explained(error));
}
