import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Secrets of Dex's clients, and of the administrator who signs in by password. */
export function secretsOfDex({ organisation, cluster, addons: { dex } }: ClusterEnvironmentConfig): string[] {
  const { secretsPrefix } = organisation;

  return [
    `${secretsPrefix}/dex/clients/${cluster.name}/*`,
    ...(dex && dex.signIn !== "github" && "password" in dex.signIn
      ? [`${secretsPrefix}/dex/administrator/${cluster.name}`]
      : []),
  ];
}
