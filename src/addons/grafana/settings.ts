import { z } from "zod";
import {
  HTTPS,
  chartAddon,
  chartSection,
  MONITORED,
  SIGNED_IN,
} from "../../settings/addon-definition/definition";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { problemsOfGrafana } from "./rules";
import { secretsOfGrafana } from "./owned-secrets";

/** The Kubernetes Secret that says where Grafana's database is and how to sign in to it. */
export const grafanaDatabaseCredentials = ({ name }: Organisation): string => `${name}-grafana-database`;

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
