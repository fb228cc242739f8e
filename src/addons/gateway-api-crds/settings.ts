import { chartAddon, podlessSection } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const gatewayApiCrds = chartAddon({
  chart: CHART,
  config: podlessSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: () => true,
});
