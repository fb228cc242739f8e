import { serviceRoleName, workloadRoleName } from "../../names/cluster-names";
import type { FleetObservability } from "../fleet/schema";
import { accountOf } from "../organisation/environment-names";
import type { ClusterEnvironmentConfig } from "./environment";
import { hubOf } from "./hub";
import { clusterLabel } from "./stack-names";

/** Service account of Prometheus, as its chart names it. */
export const PROMETHEUS_ACCOUNT = "kube-prometheus-stack-prometheus";

/** Labels by which rules, routes, dashboards and silences know a cluster of a fleet. */
export interface FleetLabels {
  /** Environment, or `<environment>-<cluster>` for one beside the main one. */
  readonly cluster: string;
  readonly organisation: string;
}

/** Observability of a management cluster; `undefined` for other clusters and for one without. */
export const observabilityOf = ({
  cluster: { fleet },
}: ClusterEnvironmentConfig): FleetObservability | undefined =>
  fleet?.role === "management" && fleet.observability !== undefined && fleet.observability !== false
    ? fleet.observability
    : undefined;

/** True for a cluster whose metrics go to a workspace: its hub's, or its own as a hub. */
export const reports = (config: ClusterEnvironmentConfig): boolean =>
  config.cluster.fleet?.role === "workload"
    ? config.cluster.fleet.reports === true
    : observabilityOf(config) !== undefined;

/** Labels of a cluster: a management cluster is its provider's own. */
export const fleetLabels = (config: ClusterEnvironmentConfig): FleetLabels => ({
  cluster: clusterLabel(config),
  organisation:
    config.cluster.fleet?.role === "workload" ? config.cluster.fleet.organisation : config.organisation.name,
});

/** Workload clusters that send their metrics to the workspace of a hub. */
export const reportingTo = <Cluster extends ClusterEnvironmentConfig>(
  hub: Cluster,
  all: readonly Cluster[],
): Cluster[] => all.filter((config) => reports(config) && hubOf(config, all) === hub);

/** Purpose, in names, of roles by which workload clusters write to the workspace of their hub. */
export const METRICS_OF = "metrics-of";

/** Name of the role in a hub's account by which one workload cluster writes to its workspace. */
export const writerRoleName = (hub: ClusterEnvironmentConfig, workload: ClusterEnvironmentConfig): string =>
  serviceRoleName(hub.cluster.name, `${METRICS_OF}-${clusterLabel(workload)}`);

/** ARN of the role of a cluster's Prometheus. */
export const prometheusRoleArn = (config: ClusterEnvironmentConfig): string =>
  `arn:aws:iam::${accountOf(config)}:role/${workloadRoleName(PROMETHEUS_ACCOUNT, config.cluster.name)}`;

/** ARN of {@link writerRoleName}. */
export const writerRoleArn = (hub: ClusterEnvironmentConfig, workload: ClusterEnvironmentConfig): string =>
  `arn:aws:iam::${accountOf(hub)}:role/${writerRoleName(hub, workload)}`;
