import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { permissionsDocument } from "../constructs/iam-policy";
import { tenantBoundaryName, tenantRunPolicyName } from "../names/tenant-resource-names";
import { boundaryName } from "../settings/environment/boundary";
import type { Environment } from "../settings/environment/environment";
import { clusterLabel } from "../settings/environment/stack-names";
import { accountOf } from "../settings/organisation/environment-names";
import type { Products, Tenant } from "../settings/products/products";
import { tenantRunPermissions } from "../terraform-cloud/tenant-permissions";
import { ownershipOf } from "./tfc-aws-config/territory";

/** Tenants of an environment, by the name that their cluster's stacks end in, and the teams that own them. */
export interface TenantsOfEnvironment {
  readonly namespaces: ReadonlyMap<string, readonly Tenant[]>;
  readonly teams: Products["settings"]["teams"];
}

/**
 * Policies for the roles with which workflows plan and apply tenants' stacks. People make the roles, and attach these: no policy
 * holds anything of the platform's own stacks.
 */
export function addTenantRunPolicies(
  scope: Construct,
  environment: Environment,
  { namespaces, teams }: TenantsOfEnvironment,
): void {
  const clusters = environment.clusters.filter((cluster) => namespaces.has(clusterLabel(cluster)));
  const owners = new Set(
    clusters
      .flatMap((cluster) => namespaces.get(clusterLabel(cluster)) ?? [])
      .map(({ product }) => product.owner.team),
  );
  const permissions = tenantRunPermissions({
    accountId: accountOf(environment),
    region: environment.region,
    owned: ownershipOf(environment, ["tenant"]),
    boundaries: [tenantBoundaryName(environment.name), ...clusters.map((cluster) => boundaryName(cluster))],
    clusters: clusters.map(({ cluster }) => cluster.name),
    domains: [...owners].flatMap((team) => teams[team]?.domains ?? []),
  });
  const runs = new Construct(scope, "tenant-runs");
  for (const [of, policies] of [
    ["Plans and applies", permissions.plan],
    ["Applies", permissions.apply],
  ] as const) {
    for (const [purpose, allowed] of Object.entries(policies)) {
      new IamPolicy(runs, purpose, {
        name: tenantRunPolicyName(environment.name, purpose),
        description: `${of} of tenants' stacks: ${purpose}`,
        policy: permissionsDocument(allowed),
      });
    }
  }
}
