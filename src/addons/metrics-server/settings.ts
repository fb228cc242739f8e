import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { oneMetricsServer } from "./rules";

/** For clusters without the EKS add-on of the same name. */
export const metricsServer = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ nodesBy }) => nodesBy !== "auto",
  needs: MONITORED,
  rules: oneMetricsServer,
});
