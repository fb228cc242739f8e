import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../kit/free-port";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { runProcess } from "../../kit/run-process";
import type { SignIn } from "./sign-in";

const SECONDS_TO_START = 60;

/** Message of Dex if another program has just taken its address. */
const ADDRESS_IN_USE = "address already in use";

interface Refusal {
  readonly refused: string;
}

/**
 * Runs Dex with a configuration, on an address that only this machine reaches, while a function uses it.
 * Returns Dex's own words if it ends before it serves.
 */
export async function withDex<T extends object>(
  program: string,
  settings: Pick<SignIn, "config" | "variables">,
  signal: AbortSignal,
  use: (address: string) => Promise<T>,
): Promise<T | Refusal> {
  const result = await serveOnce(program, settings, signal, use);
  return "refused" in result && String(result.refused).includes(ADDRESS_IN_USE)
    ? serveOnce(program, settings, signal, use)
    : result;
}

const serveOnce = <T extends object>(
  program: string,
  { config, variables }: Pick<SignIn, "config" | "variables">,
  signal: AbortSignal,
  use: (address: string) => Promise<T>,
): Promise<T | Refusal> =>
  inTemporaryFolder("dex", async (folder) => {
    // YAML includes JSON.
    const file = join(folder, "config.yaml");
    writeFileSync(file, JSON.stringify(config));
    const host = `127.0.0.1:${await freePort()}`;

    const done = new AbortController();
    const ended = runProcess([program, "serve", "--web-http-addr", host, file], {
      cwd: folder,
      env: variables,
      signal: AbortSignal.any([signal, done.signal]),
    });
    try {
      const refused = await Promise.race([
        ended.then(({ stderr }) => lastWordsIn(stderr)),
        serving(`http://${host}/healthz`, signal),
      ]);
      return refused === undefined ? await use(`http://${host}`) : { refused };
    } finally {
      done.abort();
      await ended.catch(() => undefined);
    }
  });

/** Returns `undefined` once the address answers, or a message that it never did. */
async function serving(address: string, signal: AbortSignal): Promise<string | undefined> {
  for (const end = Date.now() + SECONDS_TO_START * 1000; Date.now() < end; await delay(50)) {
    signal.throwIfAborted();
    const answer = await fetch(address, { signal }).catch(() => undefined);
    if (answer?.ok) {
      return undefined;
    }
  }
  return `it does not answer ${SECONDS_TO_START} s after its start`;
}

const lastWordsIn = (log: string): string => log.trim().split("\n").at(-1) || "it ended without a word";
