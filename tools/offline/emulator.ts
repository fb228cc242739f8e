import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "../kit/command-error";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { startTied, type TiedProcess } from "../kit/tied-process";

/** Settings of a new emulator: AWS managed policies exist, and certificates are issued at once. */
const SETTINGS = { MOTO_IAM_LOAD_MANAGED_POLICIES: "true", MOTO_ACM_VALIDATION_WAIT: "0" };

/** Milliseconds between two looks at what a server has said so far. */
const OFTEN = 50;

/**
 * Starts an emulated AWS for some work, on this machine only, and ends it with the work, or with this process.
 *
 * @param more - settings besides, such as the id of the account
 * @see https://docs.getmoto.org/en/latest/docs/server_mode.html
 * @throws CommandError if it does not start
 */
export const withEmulator = <T>(
  python: string,
  work: (endpoint: string) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> =>
  inTemporaryFolder("emulator", async (folder) => {
    const words = [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"];
    const server = startTied(words, folder, "moto", { ...process.env, ...SETTINGS, ...more });
    try {
      return await work(await endpointOf(server, join(folder, "moto.log")));
    } finally {
      await server.stop();
    }
  });

/** Address in a server's message that it listens. */
async function endpointOf(server: TiedProcess, log: string): Promise<string> {
  const ended = server.ended.then((lastLine) => {
    throw new CommandError(`moto: expected a server, got ${lastLine.slice(-500)}`);
  });
  // It also ends when its work is done, which is no error.
  ended.catch(() => undefined);
  for (;;) {
    const [, endpoint] = /Running on (http:\S+)/.exec(readFileSync(log, "utf8")) ?? [];
    if (endpoint !== undefined) {
      return endpoint;
    }
    await Promise.race([ended, delay(OFTEN)]);
  }
}
