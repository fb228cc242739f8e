import { z } from "zod";
import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { NO_ALERTING } from "../../settings/alerting/no-alerting";
import { ALERTING } from "../../settings/alerting/schema";
import { BY_TERRAFORM, INSTALLED_BY, needsOfInstaller } from "../../settings/addon-definition/installed-by";
import { CHART } from "./chart";
import { rolesOfMetrics } from "./owned-roles";
import { problemsOfMetrics } from "./rules";

/** Ports on which Prometheus may call hosts outside the cluster, and the reason. */
const EGRESS = section(
  { reason: z.string(), ports: z.array(z.number()).readonly() },
  '{ reason: "…", ports: [443] }',
);

const CONFIG = chartSection({
  installedBy: INSTALLED_BY,

  /** Days that Prometheus remembers what it has scraped. */
  retentionDays: z.number(),

  /** Size of the volume of each replica of Prometheus, which forgets earlier rather than fill it. */
  storageGib: z.number(),

  /** Scrapes the API server, for its requests, errors and rejections, and for uses of APIs that Kubernetes removes. */
  apiServer: z.boolean(),

  /** Calls of Prometheus beyond the cluster, such as a remote write. `false`: the network policy lets none out. */
  egress: z.union([EGRESS, off]),

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
    egress: false as const,
    alerting: organisation.alerting === false ? NO_ALERTING : organisation.alerting.default,
  }),
  needs: {
    prometheusOperatorCrds: "its custom resources",
    externalSecrets: "its receivers' secrets",
    ebsCsiDriver: "its volumes",
  },
  needsAsSet: needsOfInstaller("kubePrometheusStack"),
  rules: problemsOfMetrics,
});
