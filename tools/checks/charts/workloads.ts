import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, mapAt, nameOf } from "./objects";

/** An object that runs pods, directly or through an operator. */
export interface Workload {
  /** Name such as `Deployment dex`. */
  readonly name: string;

  /** True if its pods run until they are replaced, and not until their work is done. */
  readonly runsForGood: boolean;

  /** Namespace; none if the object leaves it to its release. */
  readonly namespace?: string;

  /** Replicas: one if the object does not say; none if its kind has no such number. */
  readonly replicas?: number;

  /** Labels of its pods. */
  readonly labels: JsonMap;
  readonly serviceAccount: string;
  readonly containers: readonly JsonMap[];
  readonly spread: readonly JsonMap[];

  /** True if its pods have their node's address, which policies cannot select. */
  readonly hostNetwork: boolean;

  /** Specification of its pods. */
  readonly pod: JsonMap;
}

/** Workloads among objects. */
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
  return [{ ...nameAndPlace(object), ...replicas, labels, ...podOf(mapAt(template, "spec")) }];
}

const FOR_GOOD = new Set([
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "DaemonSet",
  "Prometheus",
  "Alertmanager",
]);

const nameAndPlace = (object: KubernetesObject) => ({
  name: nameOf(object),
  runsForGood: FOR_GOOD.has(object.kind),
  ...(object.metadata.namespace === undefined ? {} : { namespace: textOf(object.metadata.namespace) }),
});

function templateOf(object: KubernetesObject): Json | undefined {
  if (object.kind === "Pod") {
    return object;
  }
  return object.kind === "CronJob"
    ? at(object, "spec", "jobTemplate", "spec", "template")
    : isOfOtherThings(object)
      ? undefined
      : at(object, "spec", "template");
}

/** True of objects whose template is of workflows, policies, nodes or backups, and of no pod. */
const isOfOtherThings = ({ kind }: KubernetesObject): boolean =>
  kind.endsWith("Template") || kind === "NodePool" || kind === "Schedule";

const podOf = (pod: JsonMap) => ({
  serviceAccount: textOf(pod.serviceAccountName ?? "default"),
  containers: [...listAt(pod, "initContainers"), ...listAt(pod, "containers")].filter(isMap),
  spread: listAt(pod, "topologySpreadConstraints").filter(isMap),
  hostNetwork: pod.hostNetwork === true,
  pod,
});

/**
 * Labels that Prometheus' operator gives pods.
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

/**
 * Rights that Prometheus' operator gives every container that it makes.
 *
 * @see https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/server/statefulset.go
 */
const OPERATORS_RIGHTS: JsonMap = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

/**
 * Workload that the operator makes from an object: its main container has the object's image and resources. The
 * operator probes it.
 */
function operated(object: KubernetesObject): Workload {
  const spec = mapAt(object, "spec");
  const { containers, ...pod } = podOf(spec);
  const main = {
    name: object.kind.toLowerCase(),
    image: spec.image ?? "",
    resources: spec.resources ?? {},
    securityContext: OPERATORS_RIGHTS,
    livenessProbe: {},
    readinessProbe: {},
  };
  const others = containers.filter(({ name }) => name !== main.name && name !== "config-reloader");
  return {
    ...nameAndPlace(object),
    replicas: Number(spec.replicas ?? 1),
    labels: {
      ...PROMETHEUS_LABELS[object.kind]?.(textOf(object.metadata.name)),
      ...mapAt(spec, "podMetadata", "labels"),
    },
    ...pod,
    containers: [main, ...others],
  };
}
