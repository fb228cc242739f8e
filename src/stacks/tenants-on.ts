import type { ClusterEnvironment } from "../settings/environment/environment";
import { clusterLabel } from "../settings/environment/stack-names";
import type { Tenant } from "../settings/products/products";
import type { Tenants } from "../settings/tenants/tenants";

/** Namespaces of products on a cluster. */
export const tenantsOn = (environment: ClusterEnvironment, { products }: Tenants): Tenant[] =>
  (products?.tenants ?? []).filter(({ cluster }) => cluster === clusterLabel(environment));

/** True where people of products sign in to a cluster's API through Dex, which EKS must know. */
export const signInByDex = (environment: ClusterEnvironment, tenants: Tenants): boolean =>
  tenants.products?.settings.signIn?.by === "dex" && tenantsOn(environment, tenants).length > 0;
