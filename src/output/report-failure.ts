import { explained } from "./explained";

/** Says on stderr why a synth failed, without a stack trace, and makes the process fail. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  console.error(explained(error));
}
