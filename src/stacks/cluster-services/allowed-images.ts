import { mirroredImage } from "../../constructs/registries";
import type { HelmValues } from "../../constructs/helm-values";
import { ownImagesFor } from "../../settings/organisation/container-registry";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { CLUSTER_CHECK } from "../../settings/namespaces/cluster-check";
import { applicationNamespaces, platformNamespacesOn } from "../../settings/namespaces/namespaces";
import type { ImagesConfig } from "../../addons/gatekeeper/settings";
import type { AddonName } from "../../settings/addons";
import { deliveredAddons } from "../../settings/addon-definition/installed-by";
import {
  DELIVERED_REPOSITORIES,
  DELIVERY_REPOSITORIES,
  PLATFORM_REPOSITORIES,
  REPOSITORIES_BY_ADDON,
  TENANT_REPOSITORIES,
} from "./image-repositories";

/**
 * Places that pods of each namespace may have images from. The organisation's own images run only in namespaces in
 * which Kyverno verifies their signatures.
 */
export function allowedPlaces(
  environment: ClusterEnvironment,
  images: readonly ImagesConfig[],
): HelmValues[] {
  const { organisation, addons, backend } = environment;
  const { registries, imagePullSecrets } = addons;
  const own = ownImagesFor(environment);
  const mirrored = (repositories: readonly string[]): string[] =>
    repositories.map((repository) => mirroredImage(registries, repository)).sort();

  return [
    ...(own.length > 0
      ? [
          {
            namespaces: applicationNamespaces(organisation),
            prefixes: own.map((prefix) => `${prefix}/`),
          },
        ]
      : []),
    {
      namespaces: platformNamespacesOn(environment),
      repositories: [
        ...mirrored([
          ...PLATFORM_REPOSITORIES,
          ...ofAddons(addons),
          ...DELIVERY_REPOSITORIES,
          // Clusters whose states are in HCP Terraform have no tenants.
          ...(backend.type === "cloud" ? [] : TENANT_REPOSITORIES),
        ]),
        ...deliveredRepositories(addons),
      ],
    },
    { namespaces: [CLUSTER_CHECK.namespace], repositories: mirrored([CLUSTER_CHECK.repository]) },
    ...(organisation.deliveryNamespace === undefined
      ? []
      : [{ namespaces: [organisation.deliveryNamespace], repositories: mirrored(DELIVERY_REPOSITORIES) }]),
    ...images.map(({ namespace, repositories, upstream }) => ({
      namespaces: [namespace],
      repositories: [
        ...new Set([...mirrored(repositories), ...(upstream ? asUpstreamNames(repositories) : [])]),
      ],
    })),
    ...(imagePullSecrets || []).map(({ registry: host, repositories, namespaces }) => ({
      namespaces,
      repositories: repositories.map((repository) => `${host}/${repository}`),
    })),
  ];
}

/** Images of add-ons that few clusters have, as far as this one has them. */
const ofAddons = (addons: ClusterEnvironment["addons"]): readonly string[] =>
  (Object.entries(REPOSITORIES_BY_ADDON) as [AddonName, readonly string[]][])
    .filter(([name]) => addons[name] !== false)
    .flatMap(([, repositories]) => repositories);

/** Images by their own names: Docker Hub's official ones have a short name too. */
const asUpstreamNames = (repositories: readonly string[]): string[] =>
  [
    ...repositories,
    ...repositories
      .filter((repository) => repository.startsWith(OFFICIAL))
      .map((repository) => repository.replace(OFFICIAL, "docker.io/")),
  ].sort();

const OFFICIAL = "docker.io/library/";

/** Images of add-ons that Argo CD installs: charts that are not ours name them as upstream does. */
const deliveredRepositories = (addons: ClusterEnvironment["addons"]): string[] =>
  deliveredAddons(addons)
    .flatMap((name) => DELIVERED_REPOSITORIES[name])
    .sort();
