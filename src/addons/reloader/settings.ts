import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import {
  type DeliveryContext,
  INSTALLED_BY,
  installerOf,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const reloader = chartAddon({
  chart: CHART,
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: (context: DeliveryContext) => ({ values: {}, installedBy: installerOf("reloader", context) }),
  needs: { prometheusOperatorCrds: "its PodMonitor" },
  needsAsSet: needsOfInstaller("reloader"),
  rules: problemsOfInstaller("reloader"),
});
