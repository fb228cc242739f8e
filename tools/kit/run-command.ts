import { CommandError } from "./command-error";

/** What a shell reports for a program that was interrupted. */
const INTERRUPTED = 130;

/**
 * Runs a command and exits with the code that it returns: 1 where it fails, 130 where it is interrupted. An
 * interruption reaches the command through its signal, so that it can clean up after itself.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    // Not once: npm and the terminal may both pass the same Ctrl-C on.
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
