import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const prometheusPushgateway = chartAddon({
  chart: CHART,
  config: chartSection({}),
  defaults: () => ({ values: {} }),
  // Pushed samples carry the labels that a job writes, and stay until another job replaces them.
  offByDefault: () => true,
  needs: { ...MONITORED, kubePrometheusStack: "samples that jobs push" },
});
