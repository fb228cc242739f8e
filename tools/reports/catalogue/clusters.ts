import type { Platform } from "../../../src/settings/define-platform";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { type CatalogueEntity, entity, type EntityLink, entityName, refTo } from "./entity";
import { platformOwner } from "./groups";

/** Domains: the organisation that has the platform, and those that its workload clusters are for. */
export function domainsOf(platform: Platform): CatalogueEntity[] {
  const { name, displayName, organisations } = platform.organisation;
  const owner = platformOwner(platform);
  return [
    entity("Domain", { name, title: displayName, description: `Platform of ${displayName}` }, { owner }),
    ...organisations
      .filter((each) => each !== name)
      .map((each) =>
        entity("Domain", { name: each, description: "Organisation with clusters of its own" }, { owner }),
      ),
  ];
}

/** Environments as systems, each followed by its clusters. */
export const environmentsOf = (platform: Platform): CatalogueEntity[] =>
  platform.environments.flatMap((environment) => [
    systemOf(environment, platform),
    ...environment.clusters.map((cluster) => clusterOf(cluster, platform)),
  ]);

function systemOf({ name, region, clusters }: Environment, platform: Platform): CatalogueEntity {
  const organisations = new Set(clusters.map(organisationOf));
  const [only] = organisations;
  return entity(
    "System",
    {
      name: entityName("environment", name),
      title: name,
      description: `Environment ${name} in ${region}`,
    },
    {
      owner: platformOwner(platform),
      domain: refTo("Domain", organisations.size === 1 && only ? only : platform.organisation.name),
    },
  );
}

const organisationOf = ({ cluster: { fleet } }: ClusterEnvironment): string | undefined =>
  fleet?.role === "workload" ? fleet.organisation : undefined;

function clusterOf(config: ClusterEnvironment, platform: Platform): CatalogueEntity {
  const { cluster, name, region } = config;
  const label = clusterLabel(config);
  const { fleet } = cluster;
  return entity(
    "Resource",
    {
      name: entityName("cluster", label),
      title: label,
      description: `EKS cluster ${cluster.name} of ${name}, Kubernetes ${cluster.version}`,
      annotations: annotationsOf(config),
      tags: ["eks", region, ...(fleet ? [fleet.role] : [])],
      links: linksOf(config),
    },
    {
      type: "kubernetes-cluster",
      owner: platformOwner(platform),
      system: refTo("System", "environment", name),
      ...(fleet?.role === "workload" && { dependsOn: [refTo("Resource", "cluster", fleet.hub)] }),
    },
  );
}

/**
 * Annotations by which Backstage's Kubernetes plugin finds a cluster. It looks at none that lacks an address, which the platform knows
 * of registered workload clusters alone.
 *
 * @see https://backstage.io/docs/features/kubernetes/configuration/#catalog
 */
function annotationsOf({ cluster: { name, fleet } }: ClusterEnvironment): Record<string, string> {
  const api = fleet?.role === "workload" ? fleet.api : undefined;
  return {
    "kubernetes.io/auth-provider": "aws",
    "kubernetes.io/x-k8s-aws-id": name,
    ...(api && {
      "kubernetes.io/api-server": api.endpoint,
      "kubernetes.io/api-server-certificate-authority": api.certificateAuthority,
    }),
  };
}

/** Pages that engineers sign in to, of the add-ons that run. */
function linksOf({ addons, dns }: ClusterEnvironment): EntityLink[] {
  const zone = `${dns.clusterSubdomain}.${dns.publicZone}`;
  return [
    ...(addons.argoCd ? [{ url: `https://argo.${zone}`, title: "Argo CD" }] : []),
    ...(addons.grafana ? [{ url: `https://grafana.${zone}`, title: "Grafana" }] : []),
  ];
}
