import { HTTPS, chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const prometheusBlackboxExporter = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  needs: { prometheusOperatorCrds: "its Probes" },
});
