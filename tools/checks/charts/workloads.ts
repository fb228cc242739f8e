import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, mapAt, nameOf } from "./objects";

/** Something that runs pods, whether Kubernetes itself makes them or an operator does. */
export interface Workload {
  /** Such as `Deployment dex`. */
  readonly name: string;

  /** One where the object does not say; none where it is not for the object to say. */
  readonly replicas?: number;

  /** Of its pods. */
  readonly labels: JsonMap;
  readonly serviceAccount: string;
  readonly containers: readonly JsonMap[];
  readonly spread: readonly JsonMap[];

  /** Whether its pods have their node's address, which no policy is about. */
  readonly hostNetwork: boolean;
}

/** The workloads among objects. */
export const workloadsIn = (objects: readonly KubernetesObject[]): Workload[] => objects.flatMap(workloadOf);

const REPLICATED = new Set(["Deployment", "StatefulSet", "ReplicaSet"]);

function workloadOf(object: KubernetesObject): Workload[] {
  if (object.apiVersion.startsWith("monitoring.coreos.com/") && PROMETHEUS_LABELS[object.kind]) {
    return [operated(object)];
  }
  const template = templateOf(object);
  if (!isMap(template)) {
    return [];
  }
  const replicas = REPLICATED.has(object.kind)
    ? { replicas: Number(at(object, "spec", "replicas") ?? 1) }
    : {};
  const labels = mapAt(template, "metadata", "labels");
  return [{ name: nameOf(object), ...replicas, labels, ...podOf(mapAt(template, "spec")) }];
}

function templateOf(object: KubernetesObject): Json | undefined {
  if (object.kind === "Pod") {
    return object;
  }
  return object.kind === "CronJob"
    ? at(object, "spec", "jobTemplate", "spec", "template")
    : object.kind.endsWith("Template")
      ? undefined
      : at(object, "spec", "template");
}

const podOf = (pod: JsonMap) => ({
  serviceAccount: textOf(pod.serviceAccountName ?? "default"),
  containers: [...listAt(pod, "initContainers"), ...listAt(pod, "containers")].filter(isMap),
  spread: listAt(pod, "topologySpreadConstraints").filter(isMap),
  hostNetwork: pod.hostNetwork === true,
});

/**
 * The labels that Prometheus' operator gives pods.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
const PROMETHEUS_LABELS: Readonly<Record<string, (name: string) => JsonMap>> = {
  Prometheus: (name) => ({
    "app.kubernetes.io/name": "prometheus",
    "app.kubernetes.io/instance": name,
    "operator.prometheus.io/name": name,
    prometheus: name,
  }),
  Alertmanager: (name) => ({
    "app.kubernetes.io/name": "alertmanager",
    "app.kubernetes.io/instance": name,
    alertmanager: name,
  }),
};

/** What the operator will make of an object: its main container has the image and the resources of the object. */
function operated(object: KubernetesObject): Workload {
  const spec = mapAt(object, "spec");
  const { containers, ...pod } = podOf(spec);
  const main = { name: object.kind.toLowerCase(), image: spec.image ?? "", resources: spec.resources ?? {} };
  const others = containers.filter(({ name }) => name !== main.name && name !== "config-reloader");
  return {
    name: nameOf(object),
    replicas: Number(spec.replicas ?? 1),
    labels: {
      ...PROMETHEUS_LABELS[object.kind]?.(textOf(object.metadata.name)),
      ...mapAt(spec, "podMetadata", "labels"),
    },
    ...pod,
    containers: [main, ...others],
  };
}
