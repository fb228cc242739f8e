import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import {
  BY_TERRAFORM,
  INSTALLED_BY,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const clusterAutoscaler = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["cluster-autoscaler"],
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: () => ({
    values: {},
    installedBy: BY_TERRAFORM,
  }),
  offByDefault: ({ nodesBy }) => nodesBy !== "node-groups",
  needs: MONITORED,
  needsAsSet: needsOfInstaller("clusterAutoscaler"),
  rules: problemsOfInstaller("clusterAutoscaler"),
});
