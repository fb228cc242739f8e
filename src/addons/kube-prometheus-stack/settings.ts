import { z } from "zod";
import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { NO_ALERTING } from "../../settings/alerting/no-alerting";
import { ALERTING } from "../../settings/alerting/schema";
import { BY_TERRAFORM, INSTALLED_BY, needsOfInstaller } from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";
import { rolesOfMetrics } from "./owned-roles";
import { problemsOfMetrics, reachOfMetrics } from "./rules";

const CONFIG = chartSection({
  installedBy: INSTALLED_BY,

  /** Days that Prometheus remembers what it has scraped. */
  retentionDays: z.number(),

  /** Size of the volume of each replica of Prometheus, which forgets earlier rather than fill it. */
  storageGib: z.number(),

  /** Scrapes the API server, for its requests, errors and rejections, and for uses of APIs that Kubernetes removes. */
  apiServer: z.boolean(),

  /** Receivers of alerts and the routes to them. An environment that sets it sets all of it. */
  alerting: ALERTING,
});

export type KubePrometheusStackConfig = Readonly<z.infer<typeof CONFIG>>;

export const kubePrometheusStack = chartAddon({
  chart: CHART,
  ownsRoles: rolesOfMetrics,
  config: CONFIG,
  defaults: ({ organisation }) => ({
    values: {},
    installedBy: BY_TERRAFORM,
    retentionDays: 90,
    storageGib: 400,
    apiServer: true,
    alerting: organisation.alerting === false ? NO_ALERTING : organisation.alerting.default,
  }),
  needs: {
    prometheusOperatorCrds: "its custom resources",
    externalSecrets: "its receivers' secrets",
    ebsCsiDriver: "its volumes",
  },
  reaches: reachOfMetrics,
  needsAsSet: needsOfInstaller("kubePrometheusStack"),
  rules: problemsOfMetrics,
});
