import { z } from "zod";
import {
  HTTPS,
  chartAddon,
  chartSection,
  MONITORED,
  SIGNED_IN,
} from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { problemsOfGrafana } from "./rules";
import { secretsOfGrafana } from "./owned-secrets";

export const grafana = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["kube-prometheus-stack-grafana"],
  config: chartSection({
    /** Copies of it. More than one need a database that they share. */
    replicas: z.number(),
  }),
  defaults: ({ hasGrafanaDatabase, replicas }) => ({
    values: {},
    replicas: hasGrafanaDatabase ? replicas : 1,
  }),
  offByDefault: ({ signsIn }) => !signsIn,
  needs: {
    ...MONITORED,
    ...SIGNED_IN,
    kubePrometheusStack: "what it shows",
  },
  health: { grafana: "/api/health" },
  ownsSecrets: secretsOfGrafana,
  rules: problemsOfGrafana,
});
