import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const karpenter = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["karpenter"],
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ nodesBy }) => nodesBy !== "karpenter",
  needs: { ...MONITORED, karpenterCrd: "the kinds of its pools and classes" },
});
