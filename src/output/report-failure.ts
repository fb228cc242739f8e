import { explained } from "./explained";
import { plainText } from "./plain-text";

/** Prints why a synth failed, and makes the process fail. Unexpected errors keep their stack trace. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  // A bundle switches them off, and a stack trace is written when it is first read.
  process.setSourceMapsEnabled(true);
  console.error(plainText(explained(error)));
}
