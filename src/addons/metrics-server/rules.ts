import { problem } from "../../settings/checking/problem";
import type { EnvironmentConfig } from "../../settings/environment/environment";

/** The API of metrics has one server: that of EKS or ours. */
export function oneMetricsServer({ addons, cluster }: EnvironmentConfig): string[] {
  return addons.metricsServer !== false && cluster.eksAddons["metrics-server"] !== undefined
    ? [
        problem(
          ["addons", "metricsServer"],
          "metricsServer off, since cluster.eksAddons has metrics-server",
          "both",
          'leave it out, or set cluster.eksAddons["metrics-server"] to false',
        ),
      ]
    : [];
}
