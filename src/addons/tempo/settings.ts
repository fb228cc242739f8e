import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { BY_TERRAFORM, INSTALLED_BY, needsOfInstaller } from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";
import { problemsOfTempo } from "./rules";

export const tempo = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["tempo"],
  config: chartSection({
    installedBy: INSTALLED_BY,

    /** Days until a trace is deleted. */
    retentionDays: z.number(),

    /** Further names of its Service, under which applications call it: `tempo-distributor` of a distributed Tempo. */
    serviceNames: z.array(z.string()).readonly(),
  }),
  defaults: () => ({
    values: {},
    installedBy: BY_TERRAFORM,
    retentionDays: 30,
    serviceNames: [],
  }),
  needs: {
    ...MONITORED,
    ebsCsiDriver: "its volume",
    kubePrometheusStack: "the metrics it makes of spans",
  },
  needsAsSet: needsOfInstaller("tempo"),
  rules: problemsOfTempo,
});
