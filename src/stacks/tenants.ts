import type { App } from "cdktf";
import { domainEngineOf } from "../settings/cluster/pod-network";
import type { Environment } from "../settings/environment/environment";
import { clusterLabel } from "../settings/environment/stack-names";
import { accountOf } from "../settings/organisation/environment-names";
import type { Tenant } from "../settings/products/products";
import type { Tenants } from "../settings/tenants/tenants";
import { nameServers, surroundings } from "./surroundings";
import { TenantStack } from "./tenant";

/** Namespaces of products, by the name that their cluster's stacks end in. */
export function tenantsByCluster({ products }: Tenants): ReadonlyMap<string, readonly Tenant[]> {
  const byCluster = new Map<string, Tenant[]>();
  for (const tenant of products?.tenants ?? []) {
    const known = byCluster.get(tenant.cluster);
    if (known === undefined) {
      byCluster.set(tenant.cluster, [tenant]);
    } else {
      known.push(tenant);
    }
  }
  return byCluster;
}

/** Adds the stack of every namespace of products. */
export function addTenantStacks(app: App, environments: readonly Environment[], tenants: Tenants): void {
  tenantStacks(environments, tenants).forEach((make) => make(app));
}

/**
 * Functions that each make the stack of a namespace.
 *
 * @param wanted - the tenants that have one
 */
export function tenantStacks(
  environments: readonly Environment[],
  tenants: Tenants,
  wanted: ReadonlySet<Tenant> = new Set(tenants.products?.tenants),
): ((app: App) => TenantStack)[] {
  const { products } = tenants;
  if (products === undefined) {
    return [];
  }
  const byCluster = tenantsByCluster(tenants);
  const byRef = new Map(products.tenants.map((tenant) => [tenant.ref, tenant]));
  const accounts = accountsByProduct(environments, products.tenants);
  return environments
    .flatMap(({ clusters }) => clusters)
    .flatMap((cluster) => {
      const own = byCluster.get(clusterLabel(cluster)) ?? [];
      const parts = {
        teams: products.settings.teams,
        gitHubEnvironments: products.settings.gitHubEnvironments ?? false,
        accounts,
        byRef,
        neighbours: new Map(own.map((tenant) => [tenant.ref, tenant])),
        around: surroundings(cluster),
        nameServers: nameServers(cluster),
        domainEngine: domainEngineOf(cluster.cluster),
        privateSubnets: Object.values(cluster.network.subnets.private).map((cidr) => ({ cidr })),
      };
      return own
        .filter((tenant) => wanted.has(tenant))
        .map((tenant) => (app: App) => new TenantStack(app, cluster, tenant, parts));
    });
}

/** Accounts of the clusters that each product has namespaces on, each once. */
function accountsByProduct(
  environments: readonly Environment[],
  tenants: readonly Tenant[],
): ReadonlyMap<string, readonly string[]> {
  const ofCluster = new Map(
    environments.flatMap(({ clusters }) =>
      clusters.map((cluster) => [clusterLabel(cluster), accountOf(cluster)] as const),
    ),
  );
  const ofProduct = new Map<string, Set<string>>();
  for (const { product, cluster } of tenants) {
    const known = ofProduct.get(product.product) ?? new Set();
    ofProduct.set(product.product, known.add(ofCluster.get(cluster)!));
  }
  return new Map([...ofProduct].map(([product, accounts]) => [product, [...accounts].sort()]));
}
