import { asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, mapAt } from "../charts/objects";
import { type PlacedWorkload, placedWorkloads } from "./placed";
import { amountOf } from "./quantity";

/** Room of a namespace: its quota, and bounds of a container there. */
interface Room {
  readonly hard: JsonMap;

  /** Requests of a container that names none. */
  readonly defaults: JsonMap;

  /** Most that a container may be limited to. */
  readonly most: JsonMap;
}

/**
 * Namespaces whose quota has no room for all pods that run for good, at the most replicas of each, and for their disks.
 * Jobs come on top, as many as run at one time, which no chart says.
 */
export const crowdedNamespaces = (
  applications: readonly KubernetesObject[],
  platform: readonly KubernetesObject[],
): string[] =>
  roomsIn(platform).flatMap(([namespace, room]) => {
    const own = applications.filter(({ metadata }) => metadata.namespace === namespace);
    return Object.entries(asked(own, room)).flatMap(([resource, amount]) => {
      const hard = room.hard[resource];
      return hard !== undefined && amount > amountOf(textOf(hard))
        ? `quota: expected at most ${textOf(hard)} of ${resource} in ${namespace}, got ${readable(amount)}; raise the quota of the namespace`
        : [];
    });
  });

/** Containers of an application that ask for more than one of its namespace may have: their pods are refused. */
export const tooLargeContainers = (
  objects: readonly KubernetesObject[],
  platform: readonly KubernetesObject[],
): string[] => {
  const rooms = new Map(roomsIn(platform));
  return placedWorkloads(objects).flatMap(({ namespace, workload: { name, containers } }) =>
    containers.flatMap((container) =>
      Object.entries(rooms.get(namespace)?.most ?? {}).flatMap(([resource, most]) => {
        const limit = at(container, "resources", "limits", resource);
        return limit !== undefined && amountOf(textOf(limit)) > amountOf(textOf(most))
          ? `limit: expected at most ${textOf(most)} of ${resource} in ${namespace}, got ${textOf(limit)} for ${textOf(container.name)} of ${name}; ask for less, or raise the namespace's maximum`
          : [];
      }),
    ),
  );
};

const roomsIn = (platform: readonly KubernetesObject[]): [string, Room][] =>
  platform
    // One with a scope is about some pods alone.
    .filter((object) => object.kind === "ResourceQuota" && at(object, "spec", "scopeSelector") === undefined)
    .map((quota) => {
      const namespace = textOf(quota.metadata.namespace ?? "");
      const range = platform.find(
        ({ kind, metadata }) => kind === "LimitRange" && metadata.namespace === namespace,
      );
      const bounds = asMap(listAt(range, "spec", "limits").find((one) => at(one, "type") === "Container"));
      return [
        namespace,
        {
          hard: mapAt(quota, "spec", "hard"),
          defaults: mapAt(bounds, "defaultRequest"),
          most: mapAt(bounds, "max"),
        },
      ];
    });

/** Amounts of all pods and disks together, by the name that a quota has for them. */
function asked(objects: readonly KubernetesObject[], room: Room): Record<string, number> {
  const pods = placedWorkloads(objects)
    .filter(({ workload }) => workload.runsForGood)
    .map((one) => ({ ...one, replicas: mostReplicas(one, objects) }));
  const sum = (of: (pod: PlacedWorkload) => number): number =>
    pods.reduce((all, pod) => all + pod.replicas * of(pod), 0);
  const ofKind = (wanted: string) => objects.filter(({ kind }) => kind === wanted);

  return {
    "requests.cpu": sum((pod) => requestOf(pod, "cpu", room)),
    "requests.memory": sum((pod) => requestOf(pod, "memory", room)),
    pods: sum(() => 1),
    "requests.storage": ofKind("PersistentVolumeClaim").reduce(
      (all, claim) => all + amountOf(textOf(at(claim, "spec", "resources", "requests", "storage") ?? "0")),
      0,
    ),
    "services.loadbalancers": ofKind("Service").filter(
      (service) => at(service, "spec", "type") === "LoadBalancer",
    ).length,
  };
}

/** Replicas of a workload, as many as its autoscaler may make. */
function mostReplicas({ workload }: PlacedWorkload, objects: readonly KubernetesObject[]): number {
  const scaler = objects.find(
    (object) =>
      object.kind === "HorizontalPodAutoscaler" &&
      `${textOf(at(object, "spec", "scaleTargetRef", "kind"))} ${textOf(at(object, "spec", "scaleTargetRef", "name"))}` ===
        workload.name,
  );
  return Number(at(scaler, "spec", "maxReplicas") ?? workload.replicas ?? 1);
}

/**
 * Request of a pod: of its containers together, or of the largest that prepares them.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
function requestOf({ workload: { pod } }: PlacedWorkload, resource: string, { defaults }: Room): number {
  const amounts = (list: string): number[] =>
    listAt(pod, list)
      .filter(isMap)
      .map((container) =>
        amountOf(
          textOf(
            at(container, "resources", "requests", resource) ??
              at(container, "resources", "limits", resource) ??
              defaults[resource] ??
              "0",
          ),
        ),
      );
  const together = amounts("containers").reduce((all, one) => all + one, 0);
  return Math.max(together, ...amounts("initContainers"));
}

const GIBIBYTE = 2 ** 30;

/** Amount for people: bytes in GiB, anything else with a decimal. */
const readable = (amount: number): string =>
  amount >= GIBIBYTE ? `${Math.ceil(amount / GIBIBYTE)}Gi` : String(Math.ceil(amount * 10) / 10);
