import type { Tenant } from "../../../src/settings/products/products";
import type { KubernetesObject } from "../charts/objects";
import { ANY, either, openingsOf, type Peers, type Ports } from "./network-openings";

/** Both directions of the policies of each namespace. */
interface Openings {
  readonly egress: ReadonlyMap<string, Peers>;
  readonly ingress: ReadonlyMap<string, Peers>;
}

/**
 * Conversations between tenants of a cluster that its policies allow and to which not both files consent, and those that
 * they refuse in spite of consent. Pairs of which neither opens to the other are left out.
 *
 * @param podRanges - ranges of the pods' addresses, in which a rule about addresses is one about pods
 */
export function problemsOfTenantNetwork(
  policies: readonly KubernetesObject[],
  tenants: readonly Tenant[],
  podRanges: readonly string[],
): string[] {
  const openings: Openings = {
    egress: openingsOf(policies, "egress", podRanges),
    ingress: openingsOf(policies, "ingress", podRanges),
  };
  const consents = consentsOf(tenants);
  const known = new Map(tenants.map((tenant) => [tenant.namespace, tenant]));
  const byCaller = callersOf(openings.ingress, tenants);

  return tenants.flatMap((from) => {
    const out = openings.egress.get(from.namespace);
    const wanted = consents.get(from.ref) ?? new Map<string, ReadonlySet<number>>();
    const open = out === undefined || out.has(ANY) ? [from.namespace, ANY] : [];
    const others = new Set([
      ...(out?.keys() ?? []),
      ...wanted.keys(),
      ...open.flatMap((caller) => byCaller.get(caller) ?? []),
    ]);
    return [...others].sort().flatMap((namespace) => {
      const to = known.get(namespace);
      if (to === undefined || to === from) {
        return [];
      }
      const ports = both(portsTo(out, to), portsTo(openings.ingress.get(namespace), from));
      const agreed = wanted.get(namespace) ?? new Set<number>();
      return isSame(ports, agreed)
        ? []
        : [
            `${from.namespace} → ${namespace}: expected ${wordsOf(agreed)}, to which both files consent, got ${wordsOf(ports)}; correct the policies of the two`,
          ];
    });
  });
}

/** Namespaces by those whose pods they let in; a namespace without policies lets in all. */
function callersOf(
  ingress: ReadonlyMap<string, Peers>,
  tenants: readonly Tenant[],
): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const { namespace } of tenants) {
    for (const caller of ingress.get(namespace)?.keys() ?? [ANY]) {
      const known = callers.get(caller);
      if (known === undefined) {
        callers.set(caller, [namespace]);
      } else {
        known.push(namespace);
      }
    }
  }
  return callers;
}

/** Ports at which tenants let another call, by its reference and their namespace. */
function consentsOf(
  tenants: readonly Tenant[],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>> {
  const consents = new Map<string, Map<string, ReadonlySet<number>>>();
  for (const to of tenants) {
    for (const { tenant, ports } of to.settings.network?.allowFrom ?? []) {
      consents.set(
        tenant,
        (consents.get(tenant) ?? new Map<string, Set<number>>()).set(to.namespace, new Set(ports)),
      );
    }
  }
  return consents;
}

const portsTo = (peers: Peers | undefined, { namespace }: Tenant): Ports =>
  peers === undefined ? "all" : either(peers.get(namespace), peers.get(ANY) ?? new Set());

function both(one: Ports, other: Ports): Ports {
  if (one === "all") {
    return other;
  }
  return other === "all" ? one : new Set([...one].filter((port) => other.has(port)));
}

const isSame = (one: Ports, other: ReadonlySet<number>): boolean =>
  one !== "all" && one.size === other.size && [...one].every((port) => other.has(port));

const wordsOf = (ports: Ports): string => {
  if (ports === "all") {
    return "every port";
  }
  return ports.size === 0 ? "no port" : `port ${[...ports].sort((a, b) => a - b).join(", ")}`;
};
