import type { ClusterEnvironmentConfig } from "../environment/environment";
import { type AddonCharts, chartsThatDoNotSupport } from "../addons/charts";
import { acceptedRange, rangeText, remedyFor } from "../addon-definition/chart";
import { KUBERNETES_VERSIONS } from "../cluster/kubernetes-versions";
import { problem, show } from "../checking/problem";

/** Refuses an add-on whose chart does not support the cluster's Kubernetes version. */
export const chartsSupportTheCluster = (
  { cluster: { version, release, charts: versions }, addons }: ClusterEnvironmentConfig,
  charts?: AddonCharts,
): string[] =>
  KUBERNETES_VERSIONS.includes(version)
    ? chartsThatDoNotSupport(version, addons, charts, versions).map((support) =>
        problem(
          ["version"],
          `${rangeText(acceptedRange(support))}, which ${support.name} (chart ${support.version}) supports`,
          show(version),
          remedyFor(support, version, release === undefined ? undefined : "a release after this one"),
        ),
      )
    : [];
