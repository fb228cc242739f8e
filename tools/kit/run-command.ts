import { CommandError } from "./command-error";

/** Exit code that a shell reports for an interrupted program. */
const INTERRUPTED = 130;

/**
 * Runs a command and exits with the code that it returns: 1 if it fails, 130 if it is interrupted. An
 * interruption reaches the command through its signal, so that it can clean up.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    // More than once: npm and the terminal may both pass on the same Ctrl-C.
    process.on(name, () => interruption.abort());
  }
  try {
    process.exitCode = await command(interruption.signal);
  } catch (error) {
    process.exitCode = interruption.signal.aborted ? INTERRUPTED : 1;
    if (!interruption.signal.aborted) {
      console.error(error instanceof CommandError ? error.message : error);
    }
  }
}
