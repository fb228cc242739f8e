import { oneOf, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { World } from "../world";
import { at } from "./at";

/** Consent of one side to a conversation. */
interface Consent {
  readonly tenant: Tenant;
  readonly list: "allowFrom" | "allowTo";
  readonly index: number;
  readonly other: string;
}

const consentsOf = (tenant: Tenant): Consent[] =>
  (["allowFrom", "allowTo"] as const).flatMap((list) =>
    (tenant.settings.network?.[list] ?? []).map((entry, index) => ({
      tenant,
      list,
      index,
      other: entry.tenant,
    })),
  );

const key = ({ tenant, list, other }: Consent) =>
  list === "allowFrom" ? `${other} ${tenant.ref}` : `${tenant.ref} ${other}`;

/** Refuses a conversation to which only one side consents, or whose other side does not exist. */
export function consentIsMutual({ tenants, byRef }: World): Finding[] {
  const all = tenants.flatMap(consentsOf);
  const given = { allowFrom: new Set<string>(), allowTo: new Set<string>() };
  all.forEach((consent) => given[consent.list].add(key(consent)));

  return all.flatMap((consent) => {
    const { tenant, list, index, other } = consent;
    const opposite = list === "allowFrom" ? "allowTo" : "allowFrom";
    const there = byRef.get(other);
    // Other rules refuse a tenant of another cluster, and the tenant itself.
    const isOfOtherRule = there !== undefined && (there.cluster !== tenant.cluster || there === tenant);
    if (isOfOtherRule || (there !== undefined && given[opposite].has(key(consent)))) {
      return [];
    }
    return [
      at(tenant, ["network", list, index, "tenant"], {
        expected: there
          ? `${opposite} of ${tenant.ref} in ${there.file.path}`
          : "a product and an environment of it",
        got: there ? "nothing there" : show(other),
        fix: there ? "have its team add it" : "correct the name",
      }),
    ];
  });
}

/** Refuses a conversation between clusters, which no network policy can name. */
export const peersShareACluster = ({ tenants, byRef }: World): Finding[] =>
  tenants.flatMap(consentsOf).flatMap(({ tenant, list, index, other }) => {
    const there = byRef.get(other);
    return there === undefined || there.cluster === tenant.cluster
      ? []
      : [
          at(tenant, ["network", list, index, "tenant"], {
            expected: `a tenant on ${tenant.cluster}`,
            got: `${show(other)}, which is on ${there.cluster}`,
            fix: "call it by its host, or name its environment on the same cluster",
          }),
        ];
  });

/** Refuses a tenant that consents to itself: its pods reach each other anyway. */
export const peersAreOthers = ({ tenants }: World): Finding[] =>
  tenants.flatMap(consentsOf).flatMap(({ tenant, list, index, other }) =>
    other === tenant.ref
      ? [
          at(tenant, ["network", list, index, "tenant"], {
            expected: "another tenant",
            got: show(other),
            fix: "remove it: pods of a namespace reach each other",
          }),
        ]
      : [],
  );

/** Refuses a cluster that keeps its states in HCP Terraform, where tenants have none. */
export const clustersTakeTenants = ({ tenants, clusters }: World): Finding[] => {
  const open = [...clusters].filter(([, { backend }]) => backend !== "cloud").map(([name]) => name);
  return tenants.flatMap((tenant) =>
    clusters.get(tenant.cluster)?.backend === "cloud"
      ? [
          at(tenant, ["cluster"], {
            expected: `a cluster that keeps states in S3: ${oneOf(open)}`,
            got: `${show(tenant.cluster)}, which keeps them in HCP Terraform`,
            fix: "see docs/decisions/0081-states-of-tenants.md",
          }),
        ]
      : [],
  );
};

/** Refuses domains on a cluster whose policies know addresses alone. */
export const domainsAreEnforced = ({ tenants, clusters }: World): Finding[] => {
  const able = [...clusters].filter(([, { knowsDomains }]) => knowsDomains).map(([name]) => name);
  return tenants.flatMap((tenant) =>
    tenant.settings.network?.domains === undefined || clusters.get(tenant.cluster)?.knowsDomains !== false
      ? []
      : [
          at(tenant, ["network", "domains"], {
            expected: `no domains on ${tenant.cluster}, whose network policies know addresses alone`,
            got: show(tenant.settings.network.domains.join(", ")),
            fix:
              able.length === 0
                ? "write internetPorts alone: no cluster's network policies know domains"
                : `write internetPorts alone, or move to a cluster that can: ${oneOf(able)}`,
          }),
        ],
  );
};
