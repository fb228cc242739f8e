import { workloadRoleName } from "../../names/cluster-names";
import type { ClusterEnvironmentConfig } from "./environment";
import { clusterLabel } from "./stack-names";
import { accountOf } from "../organisation/environment-names";
import type { WorkloadCluster } from "../fleet/schema";

/** Parts of Argo CD that call the APIs of workload clusters, by the names of their service accounts. */
export const HUB_ACCOUNTS = ["argocd-application-controller", "argocd-server"] as const;

/** Kubernetes group of the hub in a workload cluster, and its role there without the cluster's name. */
export const HUB_GROUP = "argo-cd-hub";

const arnOf = (account: string, role: string): string => `arn:aws:iam::${account}:role/${role}`;

/** ARN of the role by which the hub signs in to a workload cluster, in the account of that cluster. */
export const hubRoleArn = (config: ClusterEnvironmentConfig): string =>
  arnOf(accountOf(config), workloadRoleName(HUB_GROUP, config.cluster.name));

/** Hub of a workload cluster by the account and the roles of its Argo CD. */
export interface Hub {
  readonly accountId: string;
  readonly roleArns: readonly string[];
}

/** Management cluster that a workload cluster names; `undefined` for any other cluster, and where there is none of the name. */
export function hubOf<Cluster extends ClusterEnvironmentConfig>(
  { cluster: { fleet } }: Cluster,
  all: readonly Cluster[],
): Cluster | undefined {
  return fleet?.role === "workload"
    ? all.find((one) => clusterLabel(one) === fleet.hub && one.cluster.fleet?.role === "management")
    : undefined;
}

/** Account and roles of a hub's Argo CD. */
export const rolesOfHub = (hub: ClusterEnvironmentConfig): Hub => ({
  accountId: accountOf(hub),
  roleArns: HUB_ACCOUNTS.map((account) => arnOf(accountOf(hub), workloadRoleName(account, hub.cluster.name))),
});

/** Workload cluster that its hub has the address of. */
export interface RegisteredCluster<Cluster> {
  readonly config: Cluster;
  readonly fleet: WorkloadCluster & { readonly api: NonNullable<WorkloadCluster["api"]> };
}

/** Workload clusters that name a hub and that it has the address of. */
export const registeredWith = <Cluster extends ClusterEnvironmentConfig>(
  hub: Cluster,
  all: readonly Cluster[],
): RegisteredCluster<Cluster>[] =>
  all.flatMap((config) => {
    const { fleet } = config.cluster;
    return fleet?.role === "workload" && fleet.api !== undefined && hubOf(config, all) === hub
      ? [{ config, fleet: { ...fleet, api: fleet.api } }]
      : [];
  });

/** Every cluster of environments. */
export const clustersOf = <Cluster>(
  environments: readonly { readonly clusters: readonly Cluster[] }[],
): Cluster[] => environments.flatMap(({ clusters }) => clusters);
