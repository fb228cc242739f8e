import type { ServiceName, AddonsConfig } from "./addons";
import { acceptedRange, type ChartSupport, includes } from "./chart-support";
import { CHART_SUPPORT } from "./charts-on-record";

/** What is on record of charts, by the switch of their add-on. */
export type ChartSupports = typeof CHART_SUPPORT;

/** What is on record of the charts of add-ons that are on. */
export const chartsOf = (addons: AddonsConfig, charts: ChartSupports = CHART_SUPPORT): ChartSupport[] =>
  (Object.keys(charts) as ServiceName[])
    .filter((name) => addons[name] !== false)
    .map((name) => charts[name]!);

/** Those of them that do not run on a Kubernetes minor. */
export const chartsThatDoNotSupport = (
  version: string,
  addons: AddonsConfig,
  charts?: ChartSupports,
): ChartSupport[] => chartsOf(addons, charts).filter((support) => !includes(acceptedRange(support), version));
