import { setTimeout as delay } from "node:timers/promises";
import { asList } from "../../../terraform-json/json-map";
import type { Stand } from "./stand";

/** Milliseconds between two looks at the cluster. */
const OFTEN = 100;

/** Share of the moment that goes by between the first object that a run makes and its end. */
const SOON = 0.02;

/** Runs that may be done before they are killed: what they make takes seconds, and a busy machine looks late. */
const MOST_RUNS = 4;

/**
 * Kills a run that holds the lock of its state and has made something: before that there would be nothing to say.
 *
 * @param prepare - brings the stack to where such a run begins
 * @throws where every run was done earlier, so that nothing was measured
 */
export async function killed(stand: Stand, moment: number, prepare: () => Promise<void>): Promise<void> {
  for (let run = 0; run < MOST_RUNS; run++) {
    await prepare();
    await killOnce(stand, moment);
    if (stand.states.lockOf(stand.stack.id) !== undefined) {
      return;
    }
  }
  throw new Error("expected a run that is killed while it holds its lock, got runs that were done before");
}

async function killOnce({ terraform, states, stack, client }: Stand, moment: number): Promise<void> {
  const before = await objectsIn(client);
  const end = new AbortController();
  const done = new AbortController();
  const run = terraform.applyUntil(end.signal, "SIGKILL").finally(() => done.abort());
  while (
    !done.signal.aborted &&
    (states.lockOf(stack.id) === undefined || (await objectsIn(client)) <= before)
  ) {
    await delay(OFTEN);
  }
  await delay(moment * SOON, undefined, { signal: done.signal }).catch(() => undefined);
  end.abort();
  await run;
}

/** Number of objects that both stacks make: namespaces, roles of the cluster, and Helm's records of releases. */
async function objectsIn(client: Stand["client"]): Promise<number> {
  const lists = await Promise.all(
    [
      "/api/v1/namespaces",
      "/apis/rbac.authorization.k8s.io/v1/clusterroles",
      "/api/v1/secrets?labelSelector=owner%3Dhelm",
    ].map((path) => client.get(path)),
  );
  return lists.reduce((sum, { body }) => sum + asList(body.items).length, 0);
}
