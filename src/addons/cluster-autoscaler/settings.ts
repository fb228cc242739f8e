import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import {
  type DeliveryContext,
  INSTALLED_BY,
  installerOf,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const clusterAutoscaler = chartAddon({
  chart: CHART,
  ownsRoles: () => ["cluster-autoscaler"],
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: (context: DeliveryContext) => ({
    values: {},
    installedBy: installerOf("clusterAutoscaler", context),
  }),
  offByDefault: ({ nodesBy }) => nodesBy !== "node-groups",
  needs: MONITORED,
  needsAsSet: needsOfInstaller("clusterAutoscaler"),
  rules: problemsOfInstaller("clusterAutoscaler"),
});
