import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import {
  type DeliveryContext,
  INSTALLED_BY,
  installerOf,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const oauth2Proxy = chartAddon({
  chart: CHART,
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: (context: DeliveryContext) => ({ values: {}, installedBy: installerOf("oauth2Proxy", context) }),
  offByDefault: ({ signsIn }) => !signsIn,
  needs: {
    ...MONITORED,
    kubePrometheusStack: "what stands behind it",
    dex: "signing people in",
    awsLoadBalancerController: "its Ingresses",
    externalDns: "its DNS records",
  },
  health: { prometheus: "/ping", alertmanager: "/ping" },
  needsAsSet: needsOfInstaller("oauth2Proxy"),
  rules: problemsOfInstaller("oauth2Proxy"),
});
