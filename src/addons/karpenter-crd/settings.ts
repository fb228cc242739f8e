import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const karpenterCrd = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ nodesBy }) => nodesBy !== "karpenter",
});
