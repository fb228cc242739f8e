import type { AlertingConfig } from "../alerting/alerting";
import type { ServiceConfig } from "./addon";

export interface KubePrometheusStackConfig extends ServiceConfig {
  /** Days that Prometheus remembers what it has scraped. */
  readonly retentionDays: number;

  /** Size of the volume of each replica of Prometheus, which forgets earlier rather than fill it. */
  readonly storageGib: number;

  /** Who hears of alerts. An environment that sets it sets all of it. */
  readonly alerting: AlertingConfig;
}

/** What measures the platform and its applications. */
export interface MetricsServices {
  readonly kubePrometheusStack: KubePrometheusStackConfig | false;
  readonly prometheusBlackboxExporter: ServiceConfig | false;

  /** Before Prometheus and before Alertmanager. */
  readonly oauth2Proxy: ServiceConfig | false;
}
