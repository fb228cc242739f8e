import type { HelmValues } from "../../constructs/helm-values";

/** Bucket for traces. */
export interface TempoStorage {
  /** Name of the S3 bucket. */
  readonly bucket: string;

  /** ARN of the key that the bucket encrypts with. */
  readonly keyArn: string;
}

interface TempoSettings {
  readonly region: string;
  readonly storage: TempoStorage;
  readonly retentionDays: number;
  readonly prometheus: readonly string[];
}

const HOURS_PER_DAY = 24;

/**
 * Tempo's own settings, as its chart takes them. Receivers are the chart's: OTLP, and Jaeger for what is older.
 *
 * @see https://grafana.com/docs/tempo/v2.10.x/configuration
 */
export const tempoSettings = ({ region, storage, retentionDays, prometheus }: TempoSettings): HelmValues => ({
  retention: `${retentionDays * HOURS_PER_DAY}h`,
  reportingEnabled: false,
  storage: {
    trace: { backend: "s3", s3: { bucket: storage.bucket, region, endpoint: `s3.${region}.amazonaws.com` } },
  },
  metricsGenerator: {
    enabled: true,
    // With exemplars, a point in a graph leads to a trace behind it.
    storage: {
      remote_write: prometheus.map((url) => ({ url: `${url}/api/v1/write`, send_exemplars: true })),
    },
  },
  overrides: { defaults: { metrics_generator: { processors: ["service-graphs", "span-metrics"] } } },
});
