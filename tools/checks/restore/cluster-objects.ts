import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "../../kit/command-error";
import { refusalOf } from "../../offline/api-client";
import { placesOf } from "../../offline/api-places";
import type { ApiServer } from "../../offline/api-server";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Objects by kind and name, as a server keeps them; `undefined` for one that is not there. */
export type KeptObjects = ReadonlyMap<string, JsonMap | undefined>;

/** Objects of a cluster, which a rehearsal makes, reads and loses. */
export interface ClusterObjects {
  /**
   * Makes objects, one after the other. One that is there stays as it is.
   *
   * @throws CommandError if the server takes one of them not
   */
  make(objects: readonly JsonMap[]): Promise<void>;
  read(objects: readonly JsonMap[]): Promise<KeptObjects>;

  /** Deletes a namespace with all that is in it, and the volumes that only it had, as their driver does. */
  lose(namespace: string): Promise<void>;

  /** Makes an object of Velero, and returns its status once Velero is done with it. */
  run(object: JsonMap): Promise<JsonMap>;
}

/** Kind and name of an object. */
export const keyOf = ({ kind, metadata }: JsonMap): string =>
  `${textOf(kind)} ${textOf(asMap(metadata).name)}`;

/** Objects of the cluster of a server, asked for as its administrator. */
export function clusterObjects({ client }: ApiServer, signal: AbortSignal): ClusterObjects {
  const placeOf = placesOf(client);

  const pathOf = async (object: JsonMap): Promise<string> => {
    let place: string | undefined;
    // The server says a moment later that it has a kind.
    await within(SECONDS_FOR_A_KIND, signal, async () => (place = await placeOf(object)) !== undefined);
    if (place === undefined) {
      throw new CommandError(`${keyOf(object)}: expected a kind that the API server knows, got another`);
    }
    return place;
  };
  const bodyAt = async (path: string): Promise<JsonMap | undefined> => {
    const { status, body } = await client.get(path);
    return status === 404 ? undefined : body;
  };

  return {
    make: async (objects) => {
      for (const object of objects) {
        const answer = await client.create(await pathOf(object), object);
        const refusal = answer.status === 409 ? undefined : refusalOf(answer);
        if (refusal !== undefined) {
          throw new CommandError(`${keyOf(object)}: expected the API server to take it, got: ${refusal}`);
        }
      }
    },
    read: async (objects) =>
      new Map(
        await Promise.all(
          objects.map(
            async (object) =>
              [
                keyOf(object),
                await bodyAt(`${await pathOf(object)}/${textOf(asMap(object.metadata).name)}`),
              ] as const,
          ),
        ),
      ),
    lose: async (namespace) => {
      const path = `/api/v1/namespaces/${namespace}`;
      await client.remove(path);
      await within(SECONDS_FOR_WORK, signal, async () => (await client.get(path)).status === 404);
      const { body } = await client.get("/api/v1/persistentvolumes");
      for (const { metadata, spec } of (body.items ?? []) as readonly JsonMap[]) {
        if (asMap(asMap(spec).claimRef).namespace === namespace) {
          const volume = `/api/v1/persistentvolumes/${textOf(asMap(metadata).name)}`;
          await client.merge(volume, { metadata: { finalizers: [] } });
          await client.removeNow(volume);
        }
      }
    },
    run: async (object) => {
      const place = await pathOf(object);
      const answer = await client.create(place, object);
      const refusal = refusalOf(answer);
      if (refusal !== undefined) {
        throw new CommandError(`${keyOf(object)}: expected the API server to take it, got: ${refusal}`);
      }
      let status: JsonMap = {};
      await within(SECONDS_FOR_WORK, signal, async () => {
        const body = await bodyAt(`${place}/${textOf(asMap(object.metadata).name)}`);
        status = asMap(body?.status);
        return status.completionTimestamp !== undefined || textOf(status.phase ?? "").startsWith("Failed");
      });
      return status;
    },
  };
}

/** Time for Velero's work, and for a namespace to go. */
const SECONDS_FOR_WORK = 120;
const SECONDS_FOR_A_KIND = 20;

const PAUSE_IN_MILLISECONDS = 250;

/** Waits until something is so, or some seconds are over. */
async function within(seconds: number, signal: AbortSignal, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !(await isSo());) {
    await delay(PAUSE_IN_MILLISECONDS, undefined, { signal });
  }
}
