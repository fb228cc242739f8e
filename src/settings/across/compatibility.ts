import { chartsThatDoNotSupport, type ChartSupports } from "../addons/charts-of-services";
import { acceptedRange, rangeText, remedyFor } from "../addons/chart-support";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { KUBERNETES_VERSIONS } from "../cluster/kubernetes-versions";
import { problem, show } from "../checking/problem";

/** Refuses an add-on whose chart does not support the cluster's Kubernetes version. */
export const chartsSupportTheCluster = (
  { cluster: { version }, addons }: ClusterEnvironmentConfig,
  charts?: ChartSupports,
): string[] =>
  KUBERNETES_VERSIONS.includes(version)
    ? chartsThatDoNotSupport(version, addons, charts).map((support) =>
        problem(
          ["version"],
          `${rangeText(acceptedRange(support))}, which ${support.chart} (chart ${support.version}) supports`,
          show(version),
          remedyFor(support, version),
        ),
      )
    : [];
