import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { PROMETHEUS_ACCOUNT, reports } from "../../settings/environment/fleet-metrics";
import type { KubePrometheusStackConfig } from "./settings";

/** Says that some receiver is the topic that must not fall silent. */
export const hasWatchdog = ({ alerting }: Pick<KubePrometheusStackConfig, "alerting">): boolean =>
  Object.values(alerting.receivers).some(({ kind }) => kind === "sns");

/** Roles with which Alertmanager publishes to that topic, and Prometheus writes to the workspace of a fleet. */
export function rolesOfMetrics(config: ClusterEnvironmentConfig): string[] {
  const { kubePrometheusStack } = config.addons;
  return [
    ...(kubePrometheusStack && hasWatchdog(kubePrometheusStack) ? ["alertmanager"] : []),
    ...(kubePrometheusStack && reports(config) ? [PROMETHEUS_ACCOUNT] : []),
  ];
}
