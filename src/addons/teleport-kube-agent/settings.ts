import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { TELEPORT_ACCOUNT } from "../../names/teleport-names";
import { CHART } from "./chart";
import { problemsOfAgent, reachOfAgent } from "./rules";

/** On exactly where the cluster's relay is Teleport. */
export const teleportKubeAgent = chartAddon({
  chart: CHART,
  reaches: reachOfAgent,
  ownsRoles: () => [TELEPORT_ACCOUNT],
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ relay }) => relay !== "teleport",
  needs: MONITORED,
  rules: problemsOfAgent,
});
