import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const clusterAutoscaler = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["cluster-autoscaler"],
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ nodesBy }) => nodesBy !== "node-groups",
  needs: MONITORED,
});
