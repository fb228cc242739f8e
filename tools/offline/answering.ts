import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "../kit/command-error";
import type { TiedProcess } from "../kit/tied-process";

/** Time in which a server must answer. A machine that runs much else takes most of it. */
const SECONDS_TO_START = 120;

/**
 * Waits until a server answers.
 *
 * @throws CommandError if it ends before, or does not answer in time
 */
export async function answering(
  name: string,
  server: TiedProcess,
  signal: AbortSignal,
  answers: () => Promise<boolean>,
): Promise<void> {
  const ended = server.ended.then((lastLine) => {
    throw new CommandError(`${name}: expected a server, got its end: ${lastLine.slice(-300)}`);
  });
  // It also ends when its work is done, which is no error.
  ended.catch(() => undefined);
  for (const end = Date.now() + SECONDS_TO_START * 1000; Date.now() < end;) {
    signal.throwIfAborted();
    if (await Promise.race([ended, answers().catch(() => false)])) {
      return;
    }
    await Promise.race([ended, delay(100)]);
  }
  throw new CommandError(`${name}: expected an answer within ${SECONDS_TO_START} s, got none`);
}
