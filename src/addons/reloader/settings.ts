import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import {
  BY_TERRAFORM,
  INSTALLED_BY,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const reloader = chartAddon({
  chart: CHART,
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: () => ({ values: {}, installedBy: BY_TERRAFORM }),
  needs: { prometheusOperatorCrds: "its PodMonitor" },
  needsAsSet: needsOfInstaller("reloader"),
  rules: problemsOfInstaller("reloader"),
});
