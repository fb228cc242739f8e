import type { FleetMember, FleetWorkspace } from "../../addons/kube-prometheus-stack/fleet";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  fleetLabels,
  observabilityOf,
  reports,
  writerRoleArn,
} from "../../settings/environment/fleet-metrics";
import { hubOf } from "../../settings/environment/hub";
import type { Platform } from "./platform";

/** Part of a cluster in the metrics of its fleet; `false` for one that reports to none. */
export const fleetMember = (platform: Platform, all: readonly ClusterEnvironment[]): FleetMember | false =>
  reports(platform.environment)
    ? { labels: { ...fleetLabels(platform.environment) }, workspace: workspaceOf(platform, all) }
    : false;

/**
 * Workspace that a cluster writes to. A hub reads its own from its state; a workload cluster, of which no other account may
 * read states, has it from the settings of its hub.
 */
function workspaceOf(
  { environment, metricsWorkspace }: Platform,
  all: readonly ClusterEnvironment[],
): FleetWorkspace | undefined {
  if (environment.cluster.fleet?.role === "management") {
    return { ...metricsWorkspace(), region: environment.region };
  }
  const hub = hubOf(environment, all);
  const id = hub && observabilityOf(hub)?.workspace;
  return hub && id !== undefined
    ? { id, region: hub.region, writerRoleArn: writerRoleArn(hub, environment) }
    : undefined;
}
