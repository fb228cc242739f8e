import type { AddonsSettings } from "./addons";
import type { KubePrometheusStackConfig, MetricsServices } from "./metrics";
import { PRODUCTION_ALERTING } from "../../platform/alerting/production";
import { withDefaults } from "./with-defaults";

const KUBE_PROMETHEUS_STACK: KubePrometheusStackConfig = {
  values: {},
  retentionDays: 90,
  storageGib: 400,
  alerting: PRODUCTION_ALERTING,
};

/** Settings over production's. */
export const metricsWithDefaults = (settings: AddonsSettings): MetricsServices => ({
  kubePrometheusStack: withDefaults(KUBE_PROMETHEUS_STACK, settings.kubePrometheusStack),
  prometheusBlackboxExporter: withDefaults({ values: {} }, settings.prometheusBlackboxExporter),
  oauth2Proxy: withDefaults({ values: {} }, settings.oauth2Proxy),
});
