import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { externalMetrics } from "./metrics";
import { problemsOfAdapter } from "./rules";

export const prometheusAdapter = chartAddon({
  chart: CHART,
  config: chartSection({
    /** Metrics that autoscalers of pods may ask for besides CPU and memory, by name. */
    metrics: externalMetrics,
  }),
  defaults: () => ({ values: {}, metrics: {} }),
  offByDefault: () => true,
  needs: { ...MONITORED, kubePrometheusStack: "the metrics that it hands on" },
  rules: problemsOfAdapter,
});
