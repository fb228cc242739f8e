import type { TerraformStack } from "cdktf";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import type { Environment } from "../../settings/environment/environment";
import { REGISTRY_ROLES, workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { AwsIdentityProvider } from "../../terraform-cloud/aws-identity-provider";
import { registryApplyPermissions } from "../../terraform-cloud/permissions/registry-apply";
import { registryPlanPermissions } from "../../terraform-cloud/permissions/registry-plan";
import type { RegistryTerritory } from "../../terraform-cloud/permissions/registry-territory";
import { ownershipOf } from "./territory";
import type { Tenants } from "../../settings/tenants/tenants";
import { imagesOf } from "../ecr/images";
import { publisherRoleName } from "../../names/registry-names";
import { addRunRoles, type Runs } from "../../terraform-cloud/run-role";

interface SignIn {
  readonly registry: ContainerRegistry;
  readonly tenants: Tenants;
  readonly identityProvider: AwsIdentityProvider;
  readonly runs: Omit<Runs, "phase">;
}

/** Adds the roles that only runs of the registry's stack assume. */
export function addRegistryRoles(
  stack: TerraformStack,
  environment: Environment,
  { registry, tenants, identityProvider, runs }: SignIn,
): void {
  const territory = territoryOf(environment, registry, tenants);

  addRunRoles(stack, "-ecr", {
    names: REGISTRY_ROLES,
    of: "the container registry",
    identityProvider,
    runs,
    permissions: { plan: registryPlanPermissions(territory), apply: registryApplyPermissions(territory) },
  });
}

function territoryOf(
  environment: Environment,
  registry: ContainerRegistry,
  tenants: Tenants,
): RegistryTerritory {
  const { prefix, upstreams, findingsEmailSecret, signingKeyAlias } = registry;

  return {
    accountId: workspacesOf(environment).account,
    region: environment.region,
    boundary: workspacesOf(environment).boundary,
    owned: ownershipOf(environment, ["ecr"]),
    repositories: [prefix, ...upstreams.map(({ host }) => host)].map((name) => `${name}/*`),
    signingKeyAlias,
    publishers: publisherRolesOf(tenants, registry),
    secret: findingsEmailSecret,
    credentialsSecrets: upstreams.flatMap(({ credentialsSecret }) => credentialsSecret ?? []),
  };
}

/** Names of the roles of all repositories that publish images. */
const publisherRolesOf = (tenants: Tenants, registry: ContainerRegistry): string[] =>
  [...new Set(imagesOf(tenants, registry).map(({ repository }) => repository))].flatMap((repository) => [
    publisherRoleName(repository, "push"),
    publisherRoleName(repository, "sign"),
  ]);
