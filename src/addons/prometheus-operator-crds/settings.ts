import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const prometheusOperatorCrds = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
});
