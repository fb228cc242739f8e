import {
  acceptedRange,
  includes,
  rangeText,
  releaseFor,
  remedyFor,
} from "../../../src/settings/addons/chart-support";
import {
  chartsOf,
  type ChartSupports,
  chartsThatDoNotSupport,
} from "../../../src/settings/addons/charts-of-services";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { Proposal, Upgrade } from "./proposal";

/** Charts to move before the control plane, and charts that nothing on record can replace. */
export function upgradeOfCharts({ addons }: ClusterEnvironment, to: string, charts?: ChartSupports): Upgrade {
  const unfit = chartsThatDoNotSupport(to, addons, charts);

  return {
    proposals: unfit.flatMap((support): Proposal[] => {
      const release = releaseFor(support, to);
      const { chart, version } = support;
      return release
        ? [
            {
              step: "before",
              file: `src/addons/${chart}/${chart}.ts`,
              setting: "CHART.version",
              from: version,
              to: release.version,
              why: `${version} supports ${rangeText(acceptedRange(support))}; ${release.source}`,
            },
          ]
        : [];
    }),
    blockers: unfit
      .filter((support) => !releaseFor(support, to))
      .map(
        (support) =>
          `${support.chart}: expected a release for ${to}, got ${support.version} for ` +
          `${rangeText(acceptedRange(support))}; ${remedyFor(support, to)}`,
      ),
    exceptions: chartsOf(addons, charts)
      .filter((support) => !unfit.includes(support) && !includes(support.kubernetes, to))
      .map(({ chart, version, exception }) => `${chart} ${version}: ${exception!.reason}`),
  };
}
