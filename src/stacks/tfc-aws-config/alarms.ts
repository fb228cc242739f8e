import { fleetReceivers } from "../../addons/platform-alerts/fleet-routes";
import { observabilityOf } from "../../settings/environment/fleet-metrics";
import { hasWatchdog } from "../../addons/kube-prometheus-stack/owned-roles";
import {
  alarmName,
  AUDIT_LOG_ALARMS,
  DATABASE_ALARMS,
  eventRuleName,
  INTERRUPTIONS,
  topicName,
} from "../../names/alarm-names";
import { DATABASE_ADDONS } from "../../settings/databases/database";
import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../settings/environment/environment";

/** Alarms, and the topics that they publish to, by name. */
interface Alarms {
  readonly alarms: readonly string[];
  readonly topics: readonly string[];
}

/** Alarms, topics and rules of EventBridge that the stacks of a cluster may make. */
export function alarmsOf(
  environment: ClusterEnvironment,
): Alarms & { readonly eventRules: readonly string[] } {
  const { cluster, addons, network } = environment;
  const { name, nodeGroups } = cluster;
  const notices = cluster.main && environment.threatDetection === true;
  const observability = observabilityOf(environment);
  const watchdog = addons.kubePrometheusStack && hasWatchdog(addons.kubePrometheusStack);

  return {
    alarms: [
      ...AUDIT_LOG_ALARMS.map((kind) => alarmName.auditLog(name, kind)),
      alarmName.certificateExpiry(name),
      alarmName.controlPlaneErrors(name),
      ...Object.keys(nodeGroups).map((group) => alarmName.nodeGroupLimit(name, group)),
      ...Object.keys(network.subnets.public).map((zone) => alarmName.natPorts(name, zone)),
      ...DATABASE_ADDONS.flatMap((addon) =>
        DATABASE_ALARMS.map((measure) => alarmName.database(name, addon, measure)),
      ),
      ...(watchdog ? [alarmName.watchdog(name)] : []),
      ...(observability ? [alarmName.fleetWatchdog(name)] : []),
    ],
    topics: [
      topicName.alarms(name),
      ...(notices ? [topicName.threats(name)] : []),
      ...(watchdog ? [topicName.watchdog(name)] : []),
      ...(observability
        ? Object.keys(fleetReceivers(Object.keys(observability.receivers))).map((receiver) =>
            topicName.fleet(name, receiver),
          )
        : []),
    ],
    eventRules: [
      ...(notices ? [eventRuleName.threats(name)] : []),
      ...(cluster.compute.kind === "karpenter"
        ? INTERRUPTIONS.map((kind) => eventRuleName.interruption(name, kind))
        : []),
      ...(cluster.endpointAccess.relay?.kind === "session-manager" ? [eventRuleName.sessions(name)] : []),
    ],
  };
}

/** Alarms and topics of an environment's checks from outside; `false` without checks or destinations. */
export function alarmsFromOutside(environment: Environment): Alarms | false {
  const { uptime } = environment.externalServices;
  const { name } = mainCluster(environment).cluster;

  return (
    uptime !== false &&
    Object.keys(uptime.checks).length > 0 &&
    Object.keys(uptime.destinations).length > 0 && {
      alarms: Object.keys(uptime.checks).map((check) => alarmName.unreachable(name, check)),
      topics: Object.keys(uptime.destinations).map((severity) => topicName.uptime(name, severity)),
    }
  );
}
