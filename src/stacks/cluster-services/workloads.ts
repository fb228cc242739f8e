import type { ArgoCdProject } from "../../addons/argo-cd/projects";
import type { ArgoCdConfig } from "../../addons/argo-cd/settings";
import type { Workload } from "../../addons/argo-cd/workloads";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { clusterLabel } from "../../settings/environment/stack-names";
import { hubRoleArn, registeredWith } from "../../settings/environment/hub";
import { COMMON_KINDS } from "../../settings/namespaces/argo-kinds";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import { addressOf } from "./argo-projects";

/** Workload clusters that a management cluster deploys to. */
export const workloadsOf = (hub: ClusterEnvironment, all: readonly ClusterEnvironment[]): Workload[] =>
  registeredWith(hub, all).map(({ config, fleet }) => ({
    name: clusterLabel(config),
    clusterName: config.cluster.name,
    organisation: fleet.organisation,
    region: config.region,
    endpoint: fleet.api.endpoint,
    certificateAuthority: fleet.api.certificateAuthority,
    roleArn: hubRoleArn(config),
    namespaces: applicationNamespaces(config.organisation),
    // An API without public callers answers inside its VPC alone.
    reachedAt:
      config.cluster.endpointAccess.public === false
        ? Object.values(config.network.subnets.controlPlane)
        : undefined,
  }));

/** Project of each organisation, for applications on its clusters and no others. */
export function organisationProjects(
  argoCd: ArgoCdConfig,
  hub: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
): ArgoCdProject[] {
  const workloads = workloadsOf(hub, all);
  return [...new Set(workloads.map(({ organisation }) => organisation))].map((organisation) => ({
    name: `organisation-${organisation}`,
    description: `Applications on the clusters of ${organisation}`,
    repositories: [addressOf(argoCd.charts, hub.organisation)],
    namespaces: applicationNamespaces(hub.organisation),
    servers: workloads.filter((one) => one.organisation === organisation).map(({ endpoint }) => endpoint),
    clusterKinds: [],
    namespaceKinds: COMMON_KINDS,
  }));
}
