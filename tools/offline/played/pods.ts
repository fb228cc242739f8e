import { setTimeout as delay } from "node:timers/promises";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { NODE } from "./nodes";
import { awaited } from "./waiting-jobs";
import { type Stage, watched } from "./watched";

/** Time that a pod takes from its node to its readiness: requests that come too early must be able to fail. */
const MILLISECONDS_TO_START = 200;

/** Plays scheduler and kubelet: a pod gets the node, becomes ready or completes, and goes when it is told to. */
export const playPods = (stage: Stage): Promise<void> =>
  watched("/api/v1/pods", stage, async (pod) => {
    const { client, signal } = stage;
    const { namespace, name, deletionTimestamp } = asMap(pod.metadata);
    const path = `/api/v1/namespaces/${textOf(namespace)}/pods/${textOf(name)}`;
    if (deletionTimestamp !== undefined) {
      await client.removeNow(path);
    } else if (asMap(pod.spec).nodeName === undefined) {
      await client.create(`${path}/binding`, bindingOf(textOf(name)));
    } else if (asMap(pod.status).phase === "Pending") {
      await delay(MILLISECONDS_TO_START, undefined, { signal });
      await awaited(pod, stage);
      await client.merge(`${path}/status`, { status: statusOf(pod, new Date().toISOString()) });
    }
  });

const bindingOf = (name: string): JsonMap => ({
  apiVersion: "v1",
  kind: "Binding",
  metadata: { name },
  target: { apiVersion: "v1", kind: "Node", name: NODE },
});

/** Status of a pod that runs, or that has done its work if it is one that ends. */
export function statusOf({ spec }: JsonMap, now: string): JsonMap {
  const { containers, restartPolicy } = asMap(spec);
  const ends = restartPolicy === "Never" || restartPolicy === "OnFailure";
  const state: JsonMap = ends
    ? { terminated: { exitCode: 0, reason: "Completed", startedAt: now, finishedAt: now } }
    : { running: { startedAt: now } };
  const ready = ends ? "False" : "True";
  return {
    phase: ends ? "Succeeded" : "Running",
    startTime: now,
    podIP: "10.1.0.1",
    podIPs: [{ ip: "10.1.0.1" }],
    conditions: ["Initialized", "Ready", "ContainersReady", "PodScheduled"].map((type) => ({
      type,
      status: type === "Initialized" || type === "PodScheduled" ? "True" : ready,
      lastTransitionTime: now,
    })),
    containerStatuses: asList(containers)
      .filter(isMap)
      .map(({ name = "", image = "" }) => ({
        ...{ name, image, state, imageID: image, restartCount: 0 },
        ...{ ready: !ends, started: !ends },
      })),
  };
}
