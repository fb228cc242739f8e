import type { ContainerRegistrySettings } from "./container-registry-schema";
import type { OrganisationConfig } from "./schema";

/** Registry of the organisation, and the names that follow from its account. */
export interface ContainerRegistry extends ContainerRegistrySettings {
  readonly accountId: string;

  /** Beginning of every image's name, without a path. */
  readonly host: string;

  /** Cache of each upstream registry, by its host. */
  readonly cachedRegistries: Readonly<Record<string, string>>;

  /** ARNs of the repositories with cached images. */
  readonly cachedRepositories: readonly string[];

  /** Accounts that may pull. */
  readonly pullingAccounts: readonly string[];
}

/** Completes the registry of an organisation; `false` where it has none. */
export function registryOf({
  accounts,
  containerRegistry,
}: Pick<OrganisationConfig, "accounts" | "containerRegistry">): ContainerRegistry | false {
  if (containerRegistry === false) {
    return false;
  }
  const { environment, region, upstreams } = containerRegistry;
  const accountId = accounts[environment]!;
  const host = `${accountId}.dkr.ecr.${region}.amazonaws.com`;

  return {
    ...containerRegistry,
    accountId,
    host,
    cachedRegistries: Object.fromEntries(upstreams.map((cached) => [cached.host, `${host}/${cached.host}`])),
    cachedRepositories: upstreams.map(
      (cached) => `arn:aws:ecr:${region}:${accountId}:repository/${cached.host}/*`,
    ),
    pullingAccounts: [...new Set(Object.values(accounts))],
  };
}
