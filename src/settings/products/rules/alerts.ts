import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { World } from "../world";

/** Refuses a way of telling a team for which a cluster of the product has no means, once for each file. */
export const alertsHaveTheirMeans = ({ tenants, clusters }: World): Finding[] => {
  const refused = new Map<string, Finding>();
  for (const tenant of tenants) {
    const { alerts } = tenant.product.owner;
    const ways = clusters.get(tenant.cluster)?.alertWays;
    if (alerts !== undefined && ways?.includes(alerts) === false && !refused.has(tenant.file.path)) {
      refused.set(tenant.file.path, refusal(tenant, ways));
    }
  }
  return [...refused.values()];
};

const refusal = ({ file, cluster, product: { owner } }: Tenant, ways: readonly string[]): Finding => ({
  file,
  path: ["owner", "alerts"],
  expected:
    ways.length === 0
      ? `nothing, since Alertmanager on ${cluster} tells no team`
      : `${ways.map(show).join(" or ")}, by which Alertmanager on ${cluster} tells teams`,
  got: show(owner.alerts),
  fix: ways.length === 0 ? "leave it out" : "write that",
});
