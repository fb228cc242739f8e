import {
  acceptedRange,
  type ChartSupport,
  includes,
  rangeText,
  releaseFor,
} from "../compatibility/chart-support";
import { CHART_SUPPORT } from "../compatibility/charts";
import type { EnvironmentConfig } from "../environment";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import type { ServiceName } from "../services";
import { problem, show } from "./problem";

/** Where what is known of charts is written down. */
const RECORD = "src/config/compatibility/charts.ts";

/** Every add-on that is on has a chart that runs on the cluster's Kubernetes. */
export function chartsSupportTheCluster(
  { cluster: { version }, services }: EnvironmentConfig,
  charts: typeof CHART_SUPPORT = CHART_SUPPORT,
): string[] {
  if (!KUBERNETES_VERSIONS.includes(version)) {
    return [];
  }
  return (Object.keys(charts) as ServiceName[])
    .filter((name) => services[name] !== false)
    .map((name) => charts[name]!)
    .filter((support) => !includes(acceptedRange(support), version))
    .map((support) =>
      problem(
        ["cluster", "version"],
        `${rangeText(acceptedRange(support))}, which ${support.chart} (chart ${support.version}) supports`,
        show(version),
        remedy(support, version),
      ),
    );
}

function remedy(support: ChartSupport, version: string): string {
  const release = releaseFor(support, version);
  return release
    ? `take chart version ${release.version} in src/addons/${support.chart}.ts (${release.source})`
    : `no release on record supports it: look for one at ${support.source} and write it down in ${RECORD}`;
}
