import { ownValue } from "../../../src/settings/checking/own-value";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { toPods } from "../charts/expected-connections";
import { at, type KubernetesObject, listAt, mapAt } from "../charts/objects";
import type { NamespaceLabels } from "../charts/pod-security";
import { type End, refusals } from "../charts/reach";
import type { Missing } from "./missing";
import { type PlacedWorkload, placedWorkloads } from "./placed";

/** Objects and network policies of a whole cluster, applications included. */
export interface Neighbours {
  readonly services: ReadonlyMap<string, KubernetesObject>;
  readonly configMaps: ReadonlyMap<string, KubernetesObject>;
  readonly workloads: readonly PlacedWorkload[];
  readonly policies: readonly KubernetesObject[];

  /** Labels of the cluster's namespaces, by name. */
  readonly namespaces: NamespaceLabels;
}

/** Neighbours among objects that have their namespace. */
export const neighboursIn = (
  objects: readonly KubernetesObject[],
  namespaces: NamespaceLabels,
): Neighbours => ({
  services: byName(objects, "Service"),
  configMaps: byName(objects, "ConfigMap"),
  workloads: placedWorkloads(objects),
  policies: objects.filter(({ kind }) => kind === "NetworkPolicy"),
  namespaces,
});

const byName = (objects: readonly KubernetesObject[], kind: string): ReadonlyMap<string, KubernetesObject> =>
  new Map(
    objects
      .filter((object) => object.kind === kind)
      .map((object) => [
        `${textOf(object.metadata.namespace ?? "")}/${textOf(object.metadata.name)}`,
        object,
      ]),
  );

/**
 * Services of the cluster that pods of an application name in their environment, and cannot call: there is none of
 * that name, it has no such port, or a network policy drops the packets. Addresses outside the cluster are not looked at.
 */
export const unreachableServices = (
  objects: readonly KubernetesObject[],
  neighbours: Neighbours,
): Missing[] =>
  placedWorkloads(objects).flatMap((caller) =>
    addressesOf(caller, neighbours).flatMap((address) =>
      problemsOfCall(caller, address, neighbours).map((problem) => ({
        object: `Service ${address.service}`,
        problem,
        callers: [caller.workload.name],
      })),
    ),
  );

/** Address in the cluster by which a pod knows another. */
interface ServiceAddress {
  readonly service: string;
  readonly namespace: string;
  readonly port: number;
}

function problemsOfCall(caller: PlacedWorkload, address: ServiceAddress, neighbours: Neighbours): string[] {
  const name = `${address.service}.${address.namespace}`;
  const service = neighbours.services.get(`${address.namespace}/${address.service}`);
  if (service === undefined) {
    return [`service: expected ${name}, got no such Service; correct the address, or deploy it`];
  }
  if (at(service, "spec", "type") === "ExternalName" || at(service, "spec", "selector") === undefined) {
    return [];
  }
  const targets = toPods(neighbours.workloads, service, address.port);
  if (targets.length === 0) {
    return [
      `service: expected pods behind port ${address.port} of ${name}, got none; correct the port, or the Service's selector`,
    ];
  }
  const { namespaces, policies } = neighbours;
  const directions = targets.flatMap(({ pod, port }) =>
    refusals(policies, { from: endOf(caller, namespaces), to: endOf(pod, namespaces), port }),
  );
  return [...new Set(directions)].map(
    (direction) =>
      `network: expected a way from ${caller.namespace} to ${name}, got no ${direction} to port ${targets[0]!.port}; add ${caller.namespace} to the callers of namespace ${address.namespace}`,
  );
}

const endOf = ({ namespace, workload }: PlacedWorkload, namespaces: NamespaceLabels): End => ({
  namespace,
  labels: workload.labels,
  namespaceLabels: ownValue(namespaces, namespace) ?? {},
});
/** Addresses of Services in a pod's environment, its ConfigMaps included. */
function addressesOf({ namespace, workload }: PlacedWorkload, neighbours: Neighbours): ServiceAddress[] {
  const values = workload.containers.flatMap((container) => [
    ...listAt(container, "env").flatMap((variable) => at(variable, "value") ?? []),
    ...listAt(container, "envFrom").flatMap((source) => dataOf(source as JsonMap, namespace, neighbours)),
  ]);
  return values.flatMap((value) => addressIn(textOf(value), namespace, neighbours.namespaces));
}

const dataOf = (source: JsonMap, namespace: string, { configMaps }: Neighbours) => {
  const { name } = mapAt(source, "configMapRef");
  const data = configMaps.get(`${namespace}/${textOf(name ?? "")}`)?.data;
  return isMap(data) ? Object.values(data) : [];
};

/** Ports of schemes that applications leave out. */
const PORTS: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "redis:": 6379,
  "postgres:": 5432,
};

/** Service of the cluster that an address names: `service`, `service.namespace`, and what Kubernetes adds to them. */
function addressIn(text: string, own: string, namespaces: NamespaceLabels): ServiceAddress[] {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || !URL.canParse(text)) {
    return [];
  }
  const { protocol, hostname, port } = new URL(text);
  const [service = "", namespace = own, ...rest] = hostname.replace(/\.$/, "").split(".");
  const inCluster =
    ["", "svc", "svc.cluster.local"].includes(rest.join(".")) && Object.hasOwn(namespaces, namespace);
  const number = port === "" ? PORTS[protocol] : Number(port);
  return inCluster && service !== "localhost" && number !== undefined && !/^\d*$/.test(service)
    ? [{ service, namespace, port: number }]
    : [];
}
