import {
  acceptedRange,
  chartFile,
  crdsFirst,
  includes,
  rangeText,
  releaseFor,
  remedyFor,
} from "../../../src/settings/addon-definition/chart";
import { type AddonCharts, chartsOf, chartsThatDoNotSupport } from "../../../src/settings/addons/charts";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { Proposal, Upgrade } from "./proposal";
import { NEXT_FILE } from "./surroundings";

/** Charts to move before the control plane, and charts that nothing on record can replace. */
export function upgradeOfCharts(
  { addons, cluster }: ClusterEnvironment,
  to: string,
  charts?: AddonCharts,
): Upgrade {
  const unfit = chartsThatDoNotSupport(to, addons, charts, cluster.charts);

  return {
    proposals: unfit.flatMap((support): Proposal[] => {
      const release = releaseFor(support, to);
      const { version } = support;
      return release
        ? [
            {
              step: "before",
              ...(cluster.release === undefined
                ? { file: chartFile(support), setting: "CHART.version" }
                : { file: NEXT_FILE, setting: `charts.${support.name}` }),
              from: version,
              to: release.version,
              why: [
                `${version} supports ${rangeText(acceptedRange(support))}`,
                release.source,
                ...crdsFirst(support),
              ].join("; "),
            },
          ]
        : [];
    }),
    blockers: unfit
      .filter((support) => !releaseFor(support, to))
      .map(
        (support) =>
          `${support.name}: expected a release for ${to}, got ${support.version} for ` +
          `${rangeText(acceptedRange(support))}; ${remedyFor(support, to)}`,
      ),
    exceptions: chartsOf(addons, charts, cluster.charts)
      .filter((support) => !unfit.includes(support) && !includes(support.kubernetes, to))
      .map(({ name, version, exception }) => `${name} ${version}: ${exception!.reason}`),
  };
}
