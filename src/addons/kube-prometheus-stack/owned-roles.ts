import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import type { KubePrometheusStackConfig } from "./settings";

/** Says that some receiver is the topic that must not fall silent. */
export const hasWatchdog = ({ alerting }: Pick<KubePrometheusStackConfig, "alerting">): boolean =>
  Object.values(alerting.receivers).some(({ kind }) => kind === "sns");

/** Role with which Alertmanager publishes to that topic. */
export function rolesOfMetrics({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] {
  return kubePrometheusStack && hasWatchdog(kubePrometheusStack) ? ["alertmanager"] : [];
}
