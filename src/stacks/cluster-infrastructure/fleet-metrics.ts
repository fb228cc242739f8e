import { Construct } from "constructs";
import type { TerraformStack } from "cdktf";
import { fleetAlerts } from "../../addons/platform-alerts/fleet";
import { fleetReceivers, fleetRoutes } from "../../addons/platform-alerts/fleet-routes";
import { alertGroup } from "../../addons/platform-alerts/platform-alerts";
import { MetricsWorkspace } from "../../infrastructure/metrics-workspace";
import { MetricsWriter } from "../../infrastructure/metrics-writer";
import { WorkspaceAlerts } from "../../infrastructure/workspace-alerts";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  fleetLabels,
  observabilityOf,
  prometheusRoleArn,
  reportingTo,
  writerRoleName,
} from "../../settings/environment/fleet-metrics";
import { clusterLabel } from "../../settings/environment/stack-names";
import { accountOf } from "../../settings/organisation/environment-names";
import { runbooksOf } from "../runbooks";

/** Adds the metrics and alerts of a fleet to its management cluster, and returns their workspace; `undefined` for none. */
export function addFleetMetrics(
  stack: TerraformStack,
  hub: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
  accountId: string,
): MetricsWorkspace | undefined {
  const observability = observabilityOf(hub);
  if (observability === undefined) {
    return undefined;
  }
  const { region, organisation, cluster } = hub;
  const workloads = reportingTo(hub, all);
  const organisations = Object.keys(observability.receivers);
  const fleet = new Construct(stack, "fleet");

  const workspace = new MetricsWorkspace(fleet, "metrics", {
    clusterName: cluster.name,
    region,
    accountId,
    organisations,
    protected: hub.deletionProtection === true,
  });
  for (const workload of workloads) {
    const label = clusterLabel(workload);
    new MetricsWriter(fleet, `metrics-of-${label}`, {
      roleName: writerRoleName(hub, workload),
      cluster: label,
      assumedBy: { accountId: accountOf(workload), roleArn: prometheusRoleArn(workload) },
      workspaceArn: workspace.arn,
    });
  }
  new WorkspaceAlerts(fleet, "alerts", {
    clusterName: cluster.name,
    accountId,
    workspace,
    receivers: Object.fromEntries(
      Object.entries(fleetReceivers(organisations)).map(([receiver, name]) => [
        receiver,
        name === undefined ? hub.alarmEmailSecret : observability.receivers[name]!.emailSecret,
      ]),
    ),
    groups: [
      alertGroup(fleetAlerts([hub, ...workloads].map(fleetLabels)), {
        labels: {},
        runbooks: runbooksOf(organisation),
      }),
    ],
    configuration: (topics) => fleetRoutes(organisations, topics, region),
  });
  return workspace;
}
