/** Errors that an author caused and can read: their message is enough. */
const EXPECTED = new Set(["ConfigurationError", "VerificationError"]);

/** Prints why a synth failed, and makes the process fail. Unexpected errors keep their stack trace. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Error && EXPECTED.has(error.name)) {
    console.error(error.message);
  } else {
    console.error(error);
  }
}
