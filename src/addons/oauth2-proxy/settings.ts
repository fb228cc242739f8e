import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import {
  BY_TERRAFORM,
  INSTALLED_BY,
  needsOfInstaller,
  problemsOfInstaller,
} from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";

export const oauth2Proxy = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  config: chartSection({ installedBy: INSTALLED_BY }),
  defaults: () => ({ values: {}, installedBy: BY_TERRAFORM }),
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
