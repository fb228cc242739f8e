import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const reloader = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  needs: { prometheusOperatorCrds: "its PodMonitor" },
});
