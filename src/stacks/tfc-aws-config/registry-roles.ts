import type { TerraformStack } from "cdktf";
import { type ContainerRegistry, hasReplica } from "../../settings/organisation/container-registry";
import type { Environment } from "../../settings/environment/environment";
import { REGISTRY_ROLES, workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { AwsIdentityProvider } from "../../terraform-cloud/aws-identity-provider";
import { registryApplyPermissions } from "../../terraform-cloud/permissions/registry-apply";
import { registryPlanPermissions } from "../../terraform-cloud/permissions/registry-plan";
import type { RegistryTerritory } from "../../terraform-cloud/permissions/registry-territory";
import { ownershipOf } from "./territory";
import type { Tenants } from "../../settings/tenants/tenants";
import { imagesOf } from "../ecr/images";
import { COPIES_ROLE, publisherRoleName, REPLICA_ROLE } from "../../names/registry-names";
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
  const { prefix, upstreams, findingsEmailSecret } = registry;
  const isReplica = hasReplica(environment);

  return {
    accountId: workspacesOf(environment).account,
    region: environment.region,
    boundary: workspacesOf(environment).boundary,
    owned: ownershipOf(environment, ["ecr"]),
    repositories: [prefix, ...upstreams.map(({ host }) => host)].map((name) => `${name}/*`),
    creators: isReplica ? [COPIES_ROLE, REPLICA_ROLE] : [COPIES_ROLE],
    publishing: !isReplica && publishingOf(registry, tenants),
    secret: findingsEmailSecret,
    credentialsSecrets: upstreams.flatMap(({ credentialsSecret }) => credentialsSecret ?? []),
  };
}

const publishingOf = (registry: ContainerRegistry, tenants: Tenants): RegistryTerritory["publishing"] => ({
  signingKeyAlias: registry.signingKeyAlias,
  publishers: publisherRolesOf(tenants, registry),
  replicates: registry.replicas.length > 0,
});

/** Names of the roles of all repositories that publish images. */
const publisherRolesOf = (tenants: Tenants, registry: ContainerRegistry): string[] =>
  [...new Set(imagesOf(tenants, registry).map(({ repository }) => repository))].flatMap((repository) => [
    publisherRoleName(repository, "push"),
    publisherRoleName(repository, "sign"),
  ]);
