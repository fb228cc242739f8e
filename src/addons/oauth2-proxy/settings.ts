import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const oauth2Proxy = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  offByDefault: ({ signsIn }) => !signsIn,
  needs: {
    ...MONITORED,
    kubePrometheusStack: "what stands behind it",
    dex: "signing people in",
    awsLoadBalancerController: "its Ingresses",
    externalDns: "its DNS records",
  },
  health: { prometheus: "/ping", alertmanager: "/ping" },
});
