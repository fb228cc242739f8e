import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Secret with the key that Grafana encrypts its database with. */
export function secretsOfGrafana({ organisation, cluster }: ClusterEnvironmentConfig): string[] {
  return [`${organisation.secretsPrefix}/grafana/encryption/${cluster.name}`];
}
