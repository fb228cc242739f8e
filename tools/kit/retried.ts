import type { Outcome } from "./run-process";

/** Failures of a registry that may pass. A host without a name or a missing version never does. */
const PASSING =
  /timeout|timed out|connection reset|ECONNRESET|unexpected EOF|temporary failure|50[0234] |too many requests/i;

const PAUSES_IN_MILLISECONDS = [2_000, 10_000];

/** Runs a download again, twice at most, if it fails in a way that may pass. */
export async function retried(download: () => Promise<Outcome>): Promise<Outcome> {
  let outcome = await download();
  for (const pause of PAUSES_IN_MILLISECONDS) {
    if (outcome.code === 0 || !PASSING.test(outcome.stderr)) {
      return outcome;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    outcome = await download();
  }
  return outcome;
}

/**
 * Last line of an output, where tools put the reason. It names a host that cannot be looked up, without its
 * resolver.
 */
export const lastLine = (text: string): string =>
  (text.trim().split("\n").at(-1) ?? "").replace(
    /^.*lookup (\S+)( on \S+)?: no such host.*$/,
    "$1: no such host",
  );
