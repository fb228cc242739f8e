import { chartAddon, podlessSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const karpenterCrd = chartAddon({
  chart: CHART,
  config: podlessSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ nodesBy }) => nodesBy !== "karpenter",
});
