import { acceptedRange, chartAt, type ChartSupport, includes } from "../addon-definition/chart";
import { type AddonName, type AddonsConfig, definitions } from ".";

/** Charts by the switch of their add-on. */
export type AddonCharts = Readonly<Partial<Record<AddonName, ChartSupport>>>;

/** Chart of each add-on that has one. */
export const ADDON_CHARTS: AddonCharts = Object.fromEntries(
  definitions().flatMap(([name, { chart }]) => (chart ? [[name, chart]] : [])),
);

/** Versions of charts that a cluster's release has, by the names of charts. */
type Versions = Readonly<Record<string, string>>;

/** Charts of the add-ons that are on, at the versions of the cluster's release. */
export const chartsOf = (
  addons: AddonsConfig,
  charts: AddonCharts = ADDON_CHARTS,
  versions: Versions = {},
): ChartSupport[] =>
  (Object.keys(charts) as AddonName[])
    .filter((name) => addons[name] !== false)
    .map((name) => chartAt(charts[name]!, versions[charts[name]!.name]));

/** Charts of those add-ons that do not run on a Kubernetes minor. */
export const chartsThatDoNotSupport = (
  version: string,
  addons: AddonsConfig,
  charts?: AddonCharts,
  versions?: Versions,
): ChartSupport[] =>
  chartsOf(addons, charts, versions).filter((chart) => !includes(acceptedRange(chart), version));
