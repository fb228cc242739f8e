import { acceptedRange, type ChartSupport, includes } from "../addon-definition/chart";
import { type AddonName, type AddonsConfig, definitions } from ".";

/** Charts by the switch of their add-on. */
export type AddonCharts = Readonly<Partial<Record<AddonName, ChartSupport>>>;

/** Chart of each add-on that has one. */
export const ADDON_CHARTS: AddonCharts = Object.fromEntries(
  definitions().flatMap(([name, { chart }]) => (chart ? [[name, chart]] : [])),
);

/** Charts of the add-ons that are on. */
export const chartsOf = (addons: AddonsConfig, charts: AddonCharts = ADDON_CHARTS): ChartSupport[] =>
  (Object.keys(charts) as AddonName[]).filter((name) => addons[name] !== false).map((name) => charts[name]!);

/** Charts of those add-ons that do not run on a Kubernetes minor. */
export const chartsThatDoNotSupport = (
  version: string,
  addons: AddonsConfig,
  charts?: AddonCharts,
): ChartSupport[] => chartsOf(addons, charts).filter((chart) => !includes(acceptedRange(chart), version));
