import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const awsLoadBalancerController = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  needs: MONITORED,
});
