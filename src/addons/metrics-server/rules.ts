import { problem } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** The API of metrics has one server: that of EKS or ours. */
export function oneMetricsServer({ addons, cluster }: ClusterEnvironmentConfig): string[] {
  return addons.metricsServer !== false && cluster.eksAddons["metrics-server"] !== undefined
    ? [
        problem(
          ["addons", "metricsServer"],
          "metricsServer off, since eksAddons has metrics-server",
          "both",
          'leave it out, or set eksAddons["metrics-server"] to false',
        ),
      ]
    : [];
}
