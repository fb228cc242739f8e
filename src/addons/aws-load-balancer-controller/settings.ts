import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const awsLoadBalancerController = chartAddon({
  chart: CHART,
  ownsRoles: () => ["aws-load-balancer-controller"],
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  needs: MONITORED,
});
