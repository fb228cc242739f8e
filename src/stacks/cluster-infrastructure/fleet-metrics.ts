import { Construct } from "constructs";
import type { TerraformStack } from "cdktf";
import { FLEET_WATCHDOG, fleetAlerts } from "../../addons/platform-alerts/fleet";
import {
  type FleetReceiver,
  fleetReceivers,
  fleetRoutes,
  WATCHDOG,
} from "../../addons/platform-alerts/fleet-routes";
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
import type { FleetObservability } from "../../settings/fleet/schema";
import { clusterLabel } from "../../settings/environment/stack-names";
import { accountOf } from "../../settings/organisation/environment-names";
import { runbooksOf } from "../runbooks";

/** Account of a management cluster, and its topic of CloudWatch alarms. */
interface Around {
  readonly accountId: string;
  readonly alarmTopicArn: string;
}

/** Name of the secret with the address of a receiver; `false` for one that gets no e-mail. */
const emailSecretOf = (
  receiver: FleetReceiver,
  hub: ClusterEnvironment,
  { receivers }: FleetObservability,
): string | false =>
  receiver.kind === "organisation"
    ? receivers[receiver.organisation]!.emailSecret
    : receiver.kind === "platform" && hub.alarmEmailSecret;

/** Adds the metrics and alerts of a fleet to its management cluster, and returns their workspace; `undefined` for none. */
export function addFleetMetrics(
  stack: TerraformStack,
  hub: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
  { accountId, alarmTopicArn }: Around,
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
      Object.entries(fleetReceivers(organisations)).map(([name, receiver]) => [
        name,
        emailSecretOf(receiver, hub, observability),
      ]),
    ),
    watchdog: WATCHDOG,
    alarmTopicArn,
    groups: [
      FLEET_WATCHDOG,
      alertGroup(fleetAlerts([hub, ...workloads].map(fleetLabels)), {
        labels: {},
        runbooks: runbooksOf(organisation),
      }),
    ],
    configuration: (topics) => fleetRoutes(organisations, topics, region),
  });
  return workspace;
}
