import { covers, meet } from "../charts/ranges";
import type { Json } from "../../../src/output/leaves";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { type KubernetesObject, listAt } from "../charts/objects";

/** Ports of a conversation; `all` for a rule that names none. */
export type Ports = ReadonlySet<number> | "all";

/** Places whose pods one direction of a namespace's policies lets through, each with its ports. */
export type Peers = ReadonlyMap<string, Ports>;

/** Name that stands for pods of every namespace. */
export const ANY = "*";

const NAME = "kubernetes.io/metadata.name";

/**
 * Places that one direction of policies opens each namespace to.
 *
 * @param podRanges - ranges of the pods' addresses, in which a rule about addresses is one about pods
 */
export function openingsOf(
  policies: readonly KubernetesObject[],
  direction: "egress" | "ingress",
  podRanges: readonly string[],
): ReadonlyMap<string, Peers> {
  const openings = new Map<string, Map<string, Ports>>();
  for (const policy of policies) {
    const namespace = textOf(policy.metadata.namespace);
    const peers = openings.get(namespace) ?? new Map<string, Ports>();
    openings.set(namespace, peers);
    for (const rule of listAt(policy, "spec", direction).filter(isMap)) {
      const places = placesOf(asList(rule[direction === "egress" ? "to" : "from"]), podRanges, namespace);
      places.forEach((place) => peers.set(place, either(peers.get(place), portsOf(rule))));
    }
  }
  return openings;
}

/** Namespaces that peers select. A rule without peers, and any selector but that of one name, stand for all. */
function placesOf(peers: readonly Json[], podRanges: readonly string[], own: string): string[] {
  return peers.length === 0
    ? [ANY]
    : peers.map(asMap).flatMap((peer) => {
        if (isMap(peer.ipBlock)) {
          return hasPods(peer.ipBlock, podRanges) ? [ANY] : [];
        }
        if (!isMap(peer.namespaceSelector)) {
          return [own];
        }
        const { matchLabels, ...others } = peer.namespaceSelector;
        const name = asMap(matchLabels)[NAME];
        return [typeof name === "string" && Object.keys(others).length === 0 ? name : ANY];
      });
}

function hasPods({ cidr, except }: JsonMap, podRanges: readonly string[]): boolean {
  const without = asList(except).map(textOf);
  return podRanges.some((pods) => meet(textOf(cidr), pods) && !without.some((gap) => covers(gap, pods)));
}

const portsOf = ({ ports }: JsonMap): Ports =>
  ports === undefined
    ? "all"
    : new Set(
        asList(ports)
          .map(asMap)
          .filter(({ protocol }) => protocol !== "UDP")
          .map(({ port }) => Number(port)),
      );

/** Ports of either. */
export const either = (one: Ports | undefined, other: Ports): Ports =>
  one === "all" || other === "all" ? "all" : new Set([...(one ?? []), ...other]);
