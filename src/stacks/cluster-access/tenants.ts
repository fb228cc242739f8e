import type { ITerraformDependable, TerraformStack } from "cdktf";
import { TenantRoles } from "../../access/tenant-roles";
import { GitHubIdentityProvider } from "../../infrastructure/github-identity-provider";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { registryOf } from "../../settings/organisation/container-registry";
import type { Tenant } from "../../settings/products/products";
import { TENANT_ROLES } from "../../settings/products/roles";

interface Props {
  readonly tenants: readonly Tenant[];

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

/** Makes once per cluster what its tenants share: roles, and the account's trust in GitHub. */
export function admitTenants(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { tenants, after }: Props,
): void {
  if (tenants.length === 0) {
    return;
  }
  new TenantRoles(stack, "tenant-roles", { roles: TENANT_ROLES, after });

  const pushes = tenants.some(({ settings: { deploy } }) => deploy?.mode === "push");
  if (pushes && environment.cluster.main && !hasRegistry(environment)) {
    new GitHubIdentityProvider(stack, "github");
  }
}

/** True for the account of the registry, whose stack trusts GitHub already. */
function hasRegistry({ name, organisation }: ClusterEnvironment): boolean {
  const registry = registryOf(organisation);
  return registry !== false && organisation.accounts[name] === registry.accountId;
}
