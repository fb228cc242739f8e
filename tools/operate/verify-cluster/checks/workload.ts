import { asList, asMap, isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import { refusalOf } from "../../../offline/api-client";
import { CheckFailure, type ClusterCheck, type Trial, until } from "../trial";
import {
  claimOf,
  deploymentOf,
  jobOf,
  namespaceOf,
  oneForEachNode,
  policiesOf,
  serviceOf,
} from "../workload";

const CORE = "/api/v1/namespaces";

/** Path of a list of objects in the trial's namespace. */
export const listOf = (api: string, plural: string, { names }: Trial): string =>
  `${api}/namespaces/${names.namespace}/${plural}`;

/** Creates an object, or fails with the server's words. */
export async function make({ at }: Trial, path: string, object: JsonMap): Promise<void> {
  const refusal = refusalOf(await at.client.create(path, object));
  if (refusal !== undefined) {
    throw new CheckFailure(`expected that the cluster takes ${textOf(object.kind)}, got ${refusal}`);
  }
}

async function available(trial: Trial, name: string, signal: AbortSignal): Promise<string> {
  const path = `${listOf("/apis/apps/v1", "deployments", trial)}/${name}`;
  return until(trial.at, signal, `available pods of Deployment ${name}`, async () => {
    const { spec, status } = (await trial.at.client.get(path)).body;
    const [wanted, there] = [asMap(spec).replicas, asMap(status).availableReplicas ?? 0];
    return wanted === there
      ? { seen: `${textOf(there)} of ${textOf(wanted)} available` }
      : { not: `${textOf(there)} of ${textOf(wanted)}` };
  });
}

/** Runs a script in a pod, to its end. */
async function runJob(trial: Trial, name: string, job: JsonMap, signal: AbortSignal): Promise<void> {
  const list = listOf("/apis/batch/v1", "jobs", trial);
  await make(trial, list, job);
  await until(trial.at, signal, `that Job ${name} succeeds`, async () => {
    const { succeeded, failed } = asMap((await trial.at.client.get(`${list}/${name}`)).body.status);
    if (typeof failed === "number" && failed > 0) {
      throw new CheckFailure(`expected that Job ${name} succeeds, got a failure; its pod's log says why`);
    }
    return succeeded === 1 ? { seen: "succeeded" } : { not: "no end of it" };
  });
}

export const pod: ClusterCheck = {
  name: "pod",
  seconds: 180,
  async run(trial, signal) {
    await make(trial, CORE, namespaceOf(trial.names));
    for (const policy of policiesOf(trial.names)) {
      await make(trial, listOf("/apis/networking.k8s.io/v1", "networkpolicies", trial), policy);
    }
    for (const name of ["open", "closed"]) {
      await make(trial, listOf("/apis/apps/v1", "deployments", trial), deploymentOf(name, trial.names));
    }
    await available(trial, "closed", signal);
    return available(trial, "open", signal);
  },
};

export const service: ClusterCheck = {
  name: "Service",
  after: "pod",
  seconds: 120,
  async run(trial, signal) {
    for (const name of ["open", "closed"] as const) {
      await make(trial, listOf("/api/v1", "services", trial), serviceOf(name, trial.names));
    }
    await runJob(trial, "caller", jobOf("caller", trial.names, knock(trial)), signal);
    return "a pod that may call it reached it by its name";
  },
};

export const deniedPath: ClusterCheck = {
  name: "denied network path",
  // The same knock is answered there, so silence here is the policy's.
  after: "Service",
  seconds: 120,
  async run(trial, signal) {
    await runJob(trial, "stranger", jobOf("stranger", trial.names, `! ${knock(trial)}`), signal);
    return "a pod that may not call it did not reach it";
  },
};

const knock = ({ names }: Trial): string => `/agnhost connect closed.${names.namespace}:80 --timeout=10s`;

export const volume: ClusterCheck = {
  name: "volume",
  after: "pod",
  needs: "ebsCsiDriver",
  seconds: 240,
  async run(trial, signal) {
    await make(trial, listOf("/api/v1", "persistentvolumeclaims", trial), claimOf("data", trial.names));
    const script = `echo ${trial.names.word} > /data/word; grep ${trial.names.word} /data/word`;
    await runJob(trial, "writer", jobOf("writer", trial.names, script, "data"), signal);
    return "a pod wrote to it and read it";
  },
};

/** Nodes that any pod may use. */
async function openNodes({ at }: Trial): Promise<number> {
  const { body } = await at.client.get("/api/v1/nodes");
  return asList(body.items)
    .filter(isMap)
    .filter(({ spec }) => asMap(spec).unschedulable !== true && asList(asMap(spec).taints).every(mayStay))
    .length;
}

const mayStay = (taint: unknown): boolean => (taint as JsonMap).effect === "PreferNoSchedule";

export const scaleUp: ClusterCheck = {
  name: "scale-up",
  after: "pod",
  needs: "clusterAutoscaler",
  seconds: 600,
  async run(trial, signal) {
    const before = await openNodes(trial);
    const deployment = deploymentOf("many", trial.names, before + 1, oneForEachNode("many"));
    await make(trial, listOf("/apis/apps/v1", "deployments", trial), deployment);
    await until(trial.at, signal, "a node more", async () => {
      const now = await openNodes(trial);
      return now > before ? { seen: "it came" } : { not: `still ${now}` };
    });
    await available(trial, "many", signal);
    return `${before} nodes, and one more for a pod that had no room`;
  },
};
