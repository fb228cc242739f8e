import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { JsonMap } from "../../../terraform-json/json-map";
import { stateFile } from "../../../terraform-json/state-file";
import { createdBy } from "../planned-changes";
import { clusterStandIn } from "./place";
import { apply, changesLeft, init, plan, type Run, write } from "./terraform-run";

/** Run, and a way to put Terraform into its folder. */
export interface Steps {
  readonly run: Run;
  readonly put: (json: JsonMap) => void;
}

/** Number of resources that were made, and errors and changes that were left. */
export interface Brought {
  readonly created: number;
  readonly findings: readonly string[];
}

/** Makes the network, whose state the stack reads. */
export async function makeCluster(
  run: Run,
  tenant: JsonMap,
  states: string,
  folder: string,
): Promise<readonly string[]> {
  const cluster: Run = {
    ...run,
    calls: [],
    folder: join(folder, "cluster"),
    state: stateFile(states, "cluster-infrastructure-live"),
  };
  mkdirSync(cluster.folder, { recursive: true });
  write(cluster, clusterStandIn(tenant, states));
  const errors = await init(cluster);
  const planned = errors.length > 0 ? { errors } : await plan(cluster);
  return "errors" in planned ? planned.errors : apply(cluster);
}

/** Plans what is written, applies it, and plans it again, which must change nothing. */
export async function brought({ run, put }: Steps, json: JsonMap): Promise<Brought> {
  put(json);
  const planned = await plan(run);
  if ("errors" in planned) {
    return { created: 0, findings: planned.errors };
  }
  const errors = await apply(run);
  return {
    created: createdBy(planned.plan),
    findings: errors.length > 0 ? errors : await changesLeft(run),
  };
}
