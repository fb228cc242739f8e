import { mirroredImage } from "../../constructs/registries";
import type { HelmValues } from "../../constructs/helm-values";
import { registryOf } from "../../settings/organisation/container-registry";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { CLUSTER_CHECK } from "../../settings/namespaces/cluster-check";
import { applicationNamespaces, PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { ImagesConfig } from "../../addons/gatekeeper/settings";
import { DELIVERY_REPOSITORIES, PLATFORM_REPOSITORIES } from "./image-repositories";

/**
 * Places that pods of each namespace may have images from. The organisation's own images run only in namespaces in
 * which Kyverno verifies their signatures.
 */
export function allowedPlaces(
  { organisation, addons: { registries, imagePullSecrets } }: ClusterEnvironment,
  images: readonly ImagesConfig[],
): HelmValues[] {
  const registry = registryOf(organisation);
  const mirrored = (repositories: readonly string[]): string[] =>
    repositories.map((repository) => mirroredImage(registries, repository)).sort();

  return [
    ...(registry
      ? [
          {
            namespaces: applicationNamespaces(organisation),
            prefixes: [`${registry.host}/${registry.prefix}/`],
          },
        ]
      : []),
    {
      namespaces: Object.values(PLATFORM_NAMESPACES),
      repositories: mirrored([...PLATFORM_REPOSITORIES, ...DELIVERY_REPOSITORIES]),
    },
    { namespaces: [CLUSTER_CHECK.namespace], repositories: mirrored([CLUSTER_CHECK.repository]) },
    ...(organisation.deliveryNamespace === undefined
      ? []
      : [{ namespaces: [organisation.deliveryNamespace], repositories: mirrored(DELIVERY_REPOSITORIES) }]),
    ...images.map(({ namespace, repositories }) => ({
      namespaces: [namespace],
      repositories: mirrored(repositories),
    })),
    ...(imagePullSecrets || []).map(({ registry: host, repositories, namespaces }) => ({
      namespaces,
      repositories: repositories.map((repository) => `${host}/${repository}`),
    })),
  ];
}
