import { chartAt, type ChartCrds, chartFile } from "../../../../src/settings/addon-definition/chart";
import { ADDON_CHARTS } from "../../../../src/settings/addons/charts";
import type { Rule } from "../rendered";

/** Refuses a chart whose CRDs are not those on record: its version moved, and Helm leaves the cluster's as they are. */
export const crdsAreOnRecord: Rule = ({ release: { chart }, crds }) => {
  const onRecord = Object.values(ADDON_CHARTS).find(({ name }) => name === chart.name);
  const support = onRecord && chartAt(onRecord, chart.version);
  if (crds?.digest === support?.crds?.digest) {
    return [];
  }
  return [
    `CRDs: expected those on record (${shown(support?.crds)}), got ${shown(crds)}; Helm never upgrades them: ` +
      `apply them to every cluster (docs/upgrades.md#crds-of-charts), then write them into ${support ? chartFile(support) : "the chart's record"}`,
  ];
};

const shown = (crds: ChartCrds | undefined): string =>
  crds ? `digest ${crds.digest} of ${crds.names.join(", ")}` : "none";
