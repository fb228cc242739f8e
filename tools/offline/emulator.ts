import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { CommandError } from "../kit/command-error";

/** Settings of a new emulator: AWS managed policies exist, and certificates are issued at once. */
const SETTINGS = { MOTO_IAM_LOAD_MANAGED_POLICIES: "true", MOTO_ACM_VALIDATION_WAIT: "0" };

/**
 * Starts an emulated AWS for some work, on this machine only, and ends it with the work.
 *
 * @param more - settings besides, such as the id of the account
 * @see https://docs.getmoto.org/en/latest/docs/server_mode.html
 * @throws CommandError if it does not start
 */
export async function withEmulator<T>(
  python: string,
  work: (endpoint: string) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const server = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, ...SETTINGS, ...more },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("close", resolve));
  try {
    return await work(await endpointOf(server));
  } finally {
    server.kill();
    await ended;
  }
}

/** Address in a server's message that it listens. */
function endpointOf(server: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  const log = server.stderr;
  let text = "";
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    log.on("data", (chunk: Buffer) => {
      const [, endpoint] = /Running on (http:\S+)/.exec((text += chunk.toString())) ?? [];
      if (endpoint !== undefined) {
        resolve(endpoint);
        // From now on the log has a line for every request.
        log.removeAllListeners("data").resume();
      }
    });
    log.on("close", () =>
      reject(new CommandError(`moto: expected a server, got ${text.trim().slice(-500)}`)),
    );
  });
}
