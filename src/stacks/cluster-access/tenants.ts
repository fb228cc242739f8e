import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import { TenantRoles } from "../../access/tenant-roles";
import { GitHubIdentityProvider } from "../../infrastructure/github-identity-provider";
import { teamGroup } from "../../names/tenant-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { registryOf } from "../../settings/organisation/container-registry";
import type { ProductsSettings, Tenant } from "../../settings/products/products";
import { tenantRolesOn } from "../../settings/products/roles";

interface Props {
  readonly tenants: readonly Tenant[];
  readonly settings: ProductsSettings;

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

/** Makes once per cluster what its tenants share: roles, and the account's trust in GitHub. */
export function admitTenants(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { tenants, settings, after }: Props,
): void {
  if (tenants.length === 0) {
    return;
  }
  letTeamsIn(stack, environment, tenants, settings);
  new TenantRoles(stack, "tenant-roles", { roles: tenantRolesOn(environment), after });

  const pushes = tenants.some(
    ({ settings: { deploy, resources } }) => deploy?.mode === "push" || resources?.registry !== undefined,
  );
  if (pushes && environment.cluster.main && !hasRegistry(environment)) {
    new GitHubIdentityProvider(stack, "github");
  }
}

/** Makes entries for the IAM roles by which members of teams sign in, where they do so. */
function letTeamsIn(
  stack: TerraformStack,
  { name, cluster, organisation }: ClusterEnvironment,
  tenants: readonly Tenant[],
  { teams, signIn }: ProductsSettings,
): void {
  if (signIn?.by !== "roles") {
    return;
  }
  const present = new Set(tenants.flatMap(({ settings: { access } }) => access.map(({ team }) => team)));
  for (const [team, role] of Object.entries(signIn.roles[name] ?? {})) {
    if (present.has(team)) {
      new EksAccessEntry(stack, `tenant-team-${team}`, {
        clusterName: cluster.name,
        principalArn: `arn:aws:iam::${organisation.accounts[name]!}:role/${role}`,
        type: "STANDARD",
        kubernetesGroups: [teamGroup(teams[team]!.group)],
      });
    }
  }
}

/** True for the account of the registry, whose stack trusts GitHub already. */
function hasRegistry({ name, organisation }: ClusterEnvironment): boolean {
  const registry = registryOf(organisation);
  return registry !== false && organisation.accounts[name] === registry.accountId;
}
