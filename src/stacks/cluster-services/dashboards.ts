import { Grafana } from "../../addons/grafana/grafana";
import type { GrafanaTeams } from "../../addons/grafana/sign-in";
import type { GrafanaLogs } from "../../addons/grafana/trace-links";
import {
  alertmanagerAddress,
  prometheusAddress,
  prometheusReplicaAddresses,
  tempoAddress,
} from "../../addons/kube-prometheus-stack/addresses";
import { Tempo } from "../../addons/tempo/tempo";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { logSources } from "../../settings/environment/fleet-logs";
import { observabilityOf } from "../../settings/environment/fleet-metrics";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { DexConfig } from "../../addons/dex/settings";
import { hasTeams } from "../../settings/sign-in/identity-provider";
import { readOnlyTeams } from "../../settings/access/sign-in-roles";
import { containerLogGroupName } from "../../infrastructure/container-log-group";
import { controlPlaneLogGroupName } from "../../infrastructure/eks-cluster";
import { addonDatabase } from "./addon-database";
import type { Foundation } from "./foundation";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";
import { addTraceStorage } from "./trace-storage";

const namespace = PLATFORM_NAMESPACES.monitoring;

/** Installs the dashboards of the platform and its applications. Each is `false` if it is switched off. */
export function installDashboards(
  platform: Platform,
  foundation: Foundation,
  all: readonly ClusterEnvironment[],
) {
  const { stack, environment, accountId, shared } = platform;
  const { addons } = environment;
  const { cluster } = shared;
  const { monitors, secrets, loadBalancers, volumes, clients } = foundation;

  const tempo =
    addons.tempo &&
    new Tempo(stack, "tempo", {
      ...shared,
      ...addons.tempo,
      namespace,
      storage: addTraceStorage(platform),
      prometheus: prometheusReplicaAddresses(namespace, shared.replicas),
      after: [monitors, volumes],
    });
  const grafana =
    addons.grafana &&
    new Grafana(stack, "grafana", {
      ...shared,
      ...addons.grafana,
      namespace,
      accountId,
      teams: teamsOf(addons.dex),
      database: addonDatabase("grafana", environment.grafanaDatabase, platform, foundation),
      sources: {
        region: cluster.region,
        prometheus: prometheusAddress(namespace),
        alertmanager: alertmanagerAddress(namespace),
        tempo: tempo && tempoAddress(namespace),
        fleet: observabilityOf(environment) !== undefined && platform.metricsWorkspace(),
        logs: logsOf(environment),
      },
      timeZone: environment.organisation.timeZone,
      logGroups: logGroupsOf(environment),
      sharedLogGroups: sharedLogGroups(environment, all),
      loadBalancerName: loadBalancerName("grafana", cluster, environment.organisation),
      secretsPrefix: environment.organisation.secretsPrefix,
      secretRecoveryDays: environment.secretsRecoveryDays,
      after: [monitors, secrets, loadBalancers, volumes, clients],
    });

  return { grafana, tempo };
}

/** Teams that may change dashboards, and teams that may look. Without a provider there are no teams. */
const teamsOf = (dex: DexConfig | false): GrafanaTeams | false =>
  dex !== false && hasTeams(dex) && { admins: dex.readWriteTeam, viewers: readOnlyTeams(dex) };

/** Log destinations that Grafana can link to from a trace. Logit has no address that selects lines. */
function logsOf({ cluster, addons: { fluentBit } }: ClusterEnvironment): GrafanaLogs | false {
  const destination = fluentBit !== false && fluentBit.destination;
  if (destination === false || destination.type === "logstash") {
    return false;
  }
  return destination.type === "cloudwatch"
    ? { logGroup: containerLogGroupName(cluster.name) }
    : { openSearch: destination.endpoint };
}

/** ARNs of the log groups that workload clusters share with their hub. */
const sharedLogGroups = (hub: ClusterEnvironment, all: readonly ClusterEnvironment[]): string[] =>
  logSources(hub, all).flatMap(({ account, region, clusters }) =>
    clusters.map(
      ({ cluster }) => `arn:aws:logs:${region}:${account}:log-group:${containerLogGroupName(cluster.name)}`,
    ),
  );

/** The control plane's log group, and that of containers where they log to CloudWatch. */
function logGroupsOf(environment: ClusterEnvironment): string[] {
  const logs = logsOf(environment);
  return [
    controlPlaneLogGroupName(environment.cluster.name),
    ...(logs !== false && "logGroup" in logs ? [logs.logGroup] : []),
  ];
}
