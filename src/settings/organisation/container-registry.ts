import type { ContainerRegistrySettings } from "./container-registry-schema";
import { accountOf } from "./environment-names";
import type { OrganisationConfig } from "./schema";

/** Registry in one account and region, and the names that follow from these. */
export interface RegistryPlace {
  readonly accountId: string;
  readonly region: string;

  /** Beginning of every image's name, without a path. */
  readonly host: string;

  /** Cache of each upstream registry, by its host. */
  readonly cachedRegistries: Readonly<Record<string, string>>;

  /** ARNs of the repositories with cached images. */
  readonly cachedRepositories: readonly string[];
}

/** Registry of the organisation, which images are pushed to. */
export interface ContainerRegistry extends ContainerRegistrySettings, RegistryPlace {
  /** Accounts that may pull. */
  readonly pullingAccounts: readonly string[];

  /** Names of the environments that have a replica. */
  readonly replicas: readonly string[];
}

/** Completes the registry of an organisation; `false` where it has none. */
export function registryOf({
  accounts,
  containerRegistry,
}: Pick<OrganisationConfig, "accounts" | "containerRegistry">): ContainerRegistry | false {
  if (containerRegistry === false) {
    return false;
  }
  const { environment, region, replication } = containerRegistry;

  return {
    ...containerRegistry,
    ...placeIn(accounts[environment]!, region, containerRegistry),
    pullingAccounts: [...new Set(Object.values(accounts))],
    replicas: replication ? replication.environments : [],
  };
}

/** Parts of an environment that say which registry its clusters pull from. */
interface Puller {
  readonly name: string;
  readonly region: string;
  readonly organisation: Pick<OrganisationConfig, "accounts" | "containerRegistry">;
}

/** True for an environment with a replica of the registry. */
export const hasReplica = ({ name, organisation }: Omit<Puller, "region">): boolean => {
  const registry = registryOf(organisation);
  return registry !== false && registry.replicas.includes(name);
};

/**
 * Registry that clusters of an environment pull from: its replica, or the organisation's own; `false` where there is
 * none.
 */
export function nearestRegistry(environment: Puller): RegistryPlace | false {
  const registry = registryOf(environment.organisation);
  return registry !== false && hasReplica(environment)
    ? placeIn(accountOf(environment), environment.region, registry)
    : registry;
}

/**
 * Beginnings of the names of the organisation's own images that clusters of an environment may run, without a final
 * slash. Those of a replica are as good as the registry's: both have the same signatures.
 */
export function ownImagesFor(environment: Puller): readonly string[] {
  const registry = registryOf(environment.organisation);
  const nearest = nearestRegistry(environment);
  return registry === false || nearest === false
    ? []
    : [...new Set([registry.host, nearest.host])].map((host) => `${host}/${registry.prefix}`);
}

/** Registry in an account and a region, with a cache of the same upstream registries as every other. */
function placeIn(
  accountId: string,
  region: string,
  { upstreams }: Pick<ContainerRegistrySettings, "upstreams">,
): RegistryPlace {
  const host = `${accountId}.dkr.ecr.${region}.amazonaws.com`;
  return {
    accountId,
    region,
    host,
    cachedRegistries: Object.fromEntries(upstreams.map((cached) => [cached.host, `${host}/${cached.host}`])),
    cachedRepositories: upstreams.map(
      (cached) => `arn:aws:ecr:${region}:${accountId}:repository/${cached.host}/*`,
    ),
  };
}
