import { isMap, textOf } from "../../../terraform-json/json-map";
import { listAt } from "../objects";
import type { Rule } from "../rendered";

const PROBES = ["livenessProbe", "readinessProbe"] as const;

/** Refuses containers that run for good but are neither restarted when they hang nor left out when they are not ready. */
export const containersAreProbed: Rule = ({ workloads }) =>
  workloads
    .filter(({ runsForGood }) => runsForGood)
    .flatMap(({ name, containers, pod }) => {
      const first = new Set(listAt(pod, "initContainers").filter(isMap));
      return containers
        .filter((container) => !first.has(container))
        .flatMap((container) => {
          const missing = PROBES.filter((probe) => !isMap(container[probe]));
          return missing.length === 0
            ? []
            : [`${name}: container ${textOf(container.name)} has no ${missing.join(", ")}`];
        });
    });

/** Refuses workloads whose pods the scheduler may leave out, or evict, for those of applications. */
export const workloadsHavePriority: Rule = ({ workloads }) =>
  workloads
    .filter(({ runsForGood, pod }) => runsForGood && pod.priorityClassName === undefined)
    .map(({ name }) => `${name}: expected a priorityClassName of the platform, got none`);

/** Refuses workloads of several replicas that may all land on one node, or in one zone. */
export const copiesAreSpread: Rule = ({ workloads }) =>
  workloads
    .filter(({ replicas = 1, spread, pod }) => replicas > 1 && spread.length === 0 && !hasAntiAffinity(pod))
    .map(({ name, replicas }) => `${name}: nothing spreads its ${replicas} copies over nodes and zones`);

const hasAntiAffinity = (pod: Parameters<typeof listAt>[0]): boolean =>
  ["required", "preferred"].some(
    (kind) =>
      listAt(pod, "affinity", "podAntiAffinity", `${kind}DuringSchedulingIgnoredDuringExecution`).length > 0,
  );
