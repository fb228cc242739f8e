import { ownValue } from "../../checking/own-value";
import { oneOf, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { ProductIngressConfig } from "../network-schema";
import type { Tenant } from "../products";
import type { World } from "../world";
import { at } from "./at";

/** Host of a tenant, at its place in the file. */
interface Claim {
  readonly tenant: Tenant;
  readonly index: number;
  readonly ingress: ProductIngressConfig;
}

const claimsOf = (tenants: readonly Tenant[]): Claim[] =>
  tenants.flatMap((tenant) =>
    (tenant.settings.ingress ?? []).map((ingress, index) => ({ tenant, index, ingress })),
  );

/** Refuses a host that two tenants claim, wildcards included, unless both name each other. */
export function hostsHaveOneOwner({ tenants }: World): Finding[] {
  const claims = claimsOf(tenants);
  const byHost = new Map<string, Claim[]>();
  for (const claim of claims) {
    const known = byHost.get(claim.ingress.host);
    if (known === undefined) {
      byHost.set(claim.ingress.host, [claim]);
    } else {
      known.push(claim);
    }
  }
  return claims.flatMap((claim) => {
    const same = byHost.get(claim.ingress.host)!;
    const earlier = same.slice(0, same.indexOf(claim));
    const wider = wildcardsOver(claim.ingress.host).flatMap((wildcard) => byHost.get(wildcard) ?? []);
    const rival = [...earlier, ...wider].find((other) => other !== claim && !agree(claim, other));
    return rival
      ? [
          at(claim.tenant, ["ingress", claim.index, "host"], {
            expected: `a host that no other tenant has, or sharedWith on both sides`,
            got: `${show(claim.ingress.host)}, which ${rival.tenant.ref} has as ${rival.ingress.host}`,
            fix: "choose another, or have both files say sharedWith",
          }),
        ]
      : [];
  });
}

/**
 * Wildcards that cover a host: `*.example.org` and `*.org` for `www.example.org`. A record of DNS and a rule of a load
 * balancer with a wildcard answer for hosts of any depth.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4592
 */
const wildcardsOver = (host: string): string[] => {
  const labels = host.replace(/^\*\./, "").split(".");
  return labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`);
};

const agree = (one: Claim, other: Claim): boolean =>
  one.tenant === other.tenant || (names(one, other.tenant) && names(other, one.tenant));

const names = ({ ingress }: Claim, { ref }: Tenant): boolean => ingress.sharedWith?.includes(ref) ?? false;

/** Refuses a host outside the zones of the tenant's cluster and its team's domains. */
export const hostsAreInZones = ({ tenants, clusters, settings: { teams } }: World): Finding[] =>
  claimsOf(tenants).flatMap(({ tenant, index, ingress: { host, visibility } }) => {
    const cluster = clusters.get(tenant.cluster);
    if (cluster === undefined) {
      return [];
    }
    const own = visibility === "public" ? (ownValue(teams, tenant.file.team)?.domains ?? []) : [];
    const zones = [cluster.zones[visibility], ...own];
    return zones.some((zone) => host.endsWith(`.${zone}`) || own.includes(host))
      ? []
      : [
          at(tenant, ["ingress", index, "host"], {
            expected: `a host under ${oneOf(zones)}`,
            got: show(host),
            fix: "choose one there, or ask the platform's engineers to give the team the domain",
          }),
        ];
  });

/** Refuses a host of the platform or of an application of its organisation, and a wildcard over one. */
export const hostsAreFree = ({ tenants, clusters }: World): Finding[] =>
  claimsOf(tenants).flatMap(({ tenant, index, ingress: { host } }) => {
    const taken = [...(clusters.get(tenant.cluster)?.hosts ?? [])].find(
      (one) => one === host || (host.startsWith("*.") && one.endsWith(host.slice(1))),
    );
    return taken === undefined
      ? []
      : [
          at(tenant, ["ingress", index, "host"], {
            expected: `a host without ${taken}, which the platform answers for`,
            got: show(host),
            fix: host.startsWith("*.") ? "put a name of the product's before the zone" : "choose another",
          }),
        ];
  });

/** Characters of the longest label: ExternalDNS writes records of its own with a prefix of five or six. */
const LONGEST_LABEL = 57;

/** Refuses a host beside which ExternalDNS cannot write its own record. */
export const labelsAreShort = ({ tenants }: World): Finding[] =>
  claimsOf(tenants).flatMap(({ tenant, index, ingress: { host } }) =>
    host.split(".").every(({ length }) => length <= LONGEST_LABEL)
      ? []
      : [
          at(tenant, ["ingress", index, "host"], {
            expected: `labels of at most ${LONGEST_LABEL} characters`,
            got: show(host),
            fix: "shorten it",
          }),
        ],
  );
