import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { covers, rangeOf } from "./ranges";
import { at, type KubernetesObject, listAt, mapAt, selects } from "./objects";

/** One end of a connection: a pod, or an address outside. */
export type End =
  | {
      readonly namespace: string;
      readonly labels: JsonMap;

      /** @default - the label by which Kubernetes names the namespace */
      readonly namespaceLabels?: JsonMap;
    }
  | { readonly address: string };

export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly port: number;

  /** @default "TCP" */
  readonly protocol?: "TCP" | "UDP";
}

/**
 * Ends whose policies refuse a connection: its beginning, its end, both or neither. An end that is no pod
 * refuses nothing.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export const refusals = (
  policies: readonly KubernetesObject[],
  connection: Connection,
): ("egress" | "ingress")[] =>
  (["egress", "ingress"] as const).filter((direction) => !allows(policies, connection, direction));

/** Policies that select a pod. */
export const policiesOf = (policies: readonly KubernetesObject[], pod: End): KubernetesObject[] =>
  "address" in pod
    ? []
    : policies.filter(
        ({ metadata, spec }) =>
          textOf(metadata.namespace) === pod.namespace && selects(mapAt(spec, "podSelector"), pod.labels),
      );

function allows(
  policies: readonly KubernetesObject[],
  connection: Connection,
  direction: "egress" | "ingress",
): boolean {
  const [self, other] =
    direction === "egress" ? [connection.from, connection.to] : [connection.to, connection.from];
  const about = policiesOf(policies, self).filter(({ spec }) =>
    listAt(spec, "policyTypes").includes(direction === "egress" ? "Egress" : "Ingress"),
  );
  const rules = about.flatMap((policy) =>
    listAt(policy, "spec", direction)
      .filter(isMap)
      .map((rule) => ({ rule, namespace: textOf(policy.metadata.namespace) })),
  );

  return (
    about.length === 0 ||
    rules.some(({ rule, namespace }) => {
      const peers = listAt(rule, direction === "egress" ? "to" : "from").filter(isMap);
      const speaks = peers.length === 0 || peers.some((peer) => isPeer(peer, namespace, other));
      return speaks && hasPort(rule, connection);
    })
  );
}

function isPeer(peer: JsonMap, ownNamespace: string, end: End): boolean {
  if ("address" in end) {
    return isMap(peer.ipBlock) && inBlock(peer.ipBlock, end.address);
  }
  if (isMap(peer.ipBlock)) {
    return false;
  }
  const namespace = { ...end.namespaceLabels, "kubernetes.io/metadata.name": end.namespace };
  const inNamespace = isMap(peer.namespaceSelector)
    ? selects(peer.namespaceSelector, namespace)
    : end.namespace === ownNamespace;
  return inNamespace && selects(mapAt(peer, "podSelector"), end.labels);
}

function inBlock(block: JsonMap, address: string): boolean {
  const within = (cidr: string): boolean => covers(cidr, rangeOf(address));
  return within(textOf(block.cidr)) && !listAt(block, "except").some((cidr) => within(textOf(cidr)));
}

function hasPort(rule: JsonMap, { port, protocol = "TCP" }: Connection): boolean {
  const ports = listAt(rule, "ports").filter(isMap);
  return (
    ports.length === 0 ||
    ports.some((allowed) => at(allowed, "port") === port && allowed.protocol === protocol)
  );
}
