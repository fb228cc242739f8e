import { asksForHelp, parse } from "./command-arguments";
import type { Asked, CommandLine, Options } from "./command";
import { helpOf } from "./command-help";
import { explained } from "../../src/output/explained";
import { printPlainly } from "../../src/output/plain-text";

/** Exit code that a shell reports for an interrupted program. */
const INTERRUPTED = 130;

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Command of `npm run`. */
export interface Command {
  readonly line: CommandLine;

  /** Runs the command with the arguments of its process, and sets the exit code of the process. */
  start(argv: readonly string[]): Promise<void>;
}

/**
 * Runs a command and exits with the code that it returns: 1 if it fails, 130 if it is interrupted. An
 * interruption reaches the command through its signal, so that it can clean up.
 */
export type Run<O extends Options> = (asked: Asked<O>, signal: AbortSignal) => Promise<number>;

/** Command that reads its line, helps if asked, and explains an error in words. */
export const defineCommand = <O extends Options>(line: CommandLine<O>, run: Run<O>): Command => ({
  line,
  async start(argv) {
    if (asksForHelp(line, argv)) {
      console.log(helpOf(line));
    } else {
      await runToEnd(line, run, argv);
    }
  },
});

/** Exits with the code that the command returns: 1 if it fails, 130 if it is interrupted. */
async function runToEnd<O extends Options>(
  line: CommandLine<O>,
  run: Run<O>,
  argv: readonly string[],
): Promise<void> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  // Not once: npm and the terminal may both pass the same Ctrl-C on.
  SIGNALS.forEach((name) => process.on(name, interrupt));
  const printAsBefore = printPlainly();
  try {
    process.exitCode = await run(parse(line, argv), interruption.signal);
  } catch (error) {
    process.exitCode = interruption.signal.aborted ? INTERRUPTED : 1;
    if (!interruption.signal.aborted) {
      console.error(explained(error));
    }
  } finally {
    printAsBefore();
    SIGNALS.forEach((name) => process.off(name, interrupt));
  }
}
