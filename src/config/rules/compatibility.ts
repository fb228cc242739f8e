import { chartsThatDoNotSupport, type ChartSupports } from "../compatibility/charts-of-services";
import { acceptedRange, rangeText, remedyFor } from "../compatibility/chart-support";
import type { EnvironmentConfig } from "../environment";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problem, show } from "./problem";

/** Every add-on that is on has a chart that runs on the cluster's Kubernetes. */
export const chartsSupportTheCluster = (
  { cluster: { version }, services }: EnvironmentConfig,
  charts?: ChartSupports,
): string[] =>
  KUBERNETES_VERSIONS.includes(version)
    ? chartsThatDoNotSupport(version, services, charts).map((support) =>
        problem(
          ["cluster", "version"],
          `${rangeText(acceptedRange(support))}, which ${support.chart} (chart ${support.version}) supports`,
          show(version),
          remedyFor(support, version),
        ),
      )
    : [];
