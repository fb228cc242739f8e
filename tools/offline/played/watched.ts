import { setTimeout as delay } from "node:timers/promises";
import type { JsonMap } from "../../terraform-json/json-map";
import type { ApiClient } from "../api-client";

/** Server whose objects a player acts on. */
export interface Stage {
  readonly client: ApiClient;

  /** Signal that ends the play. */
  readonly signal: AbortSignal;
}

const PAUSE_IN_MILLISECONDS = 300;

/**
 * Acts on every object of a list, now and whenever one changes. A list that the server does not know yet, or an
 * answer that ended, is asked for again.
 *
 * @param path - list of objects, as `/api/v1/pods`
 * @param act - called again with a later state if it could not do its work
 */
export async function watched(
  path: string,
  { client, signal }: Stage,
  act: (object: JsonMap) => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await client
      .watch(path, (object) => {
        // An object that has changed meanwhile comes again; a server that has gone ends the watch too.
        act(object).catch(() => undefined);
      })
      .catch(() => undefined);
    await delay(PAUSE_IN_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
}
