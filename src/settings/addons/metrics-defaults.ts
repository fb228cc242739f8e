import { NO_ALERTING } from "../alerting/no-alerting";
import { needs, signsIn } from "./organisation-defaults";
import type { AddonsSettings } from "./addons";
import type { KubePrometheusStackConfig, MetricsServices } from "./metrics";
import type { Organisation } from "../organisation/organisation";
import { withDefaults } from "./with-defaults";

const kubePrometheusStack = ({ alerting }: Organisation): KubePrometheusStackConfig => ({
  values: {},
  retentionDays: 90,
  storageGib: 400,
  alerting: alerting === false ? NO_ALERTING : alerting.default,
});

/** Settings over production's. */
export const metricsWithDefaults = (
  settings: AddonsSettings,
  organisation: Organisation,
): MetricsServices => ({
  kubePrometheusStack: withDefaults(kubePrometheusStack(organisation), settings.kubePrometheusStack),
  prometheusBlackboxExporter: withDefaults({ values: {} }, settings.prometheusBlackboxExporter),
  oauth2Proxy: withDefaults({ values: {} }, settings.oauth2Proxy ?? needs(signsIn(settings, organisation))),
});
