import { z } from "zod";
import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { problemsOfTempo } from "./rules";

export const tempo = chartAddon({
  chart: CHART,
  config: chartSection({
    /** Days until a trace is deleted. */
    retentionDays: z.number(),
  }),
  defaults: () => ({ values: {}, retentionDays: 30 }),
  needs: {
    ...MONITORED,
    ebsCsiDriver: "its volume",
    kubePrometheusStack: "the metrics it makes of spans",
  },
  rules: problemsOfTempo,
});
