/** Metrics about the programs that watch everything else, by the program that provides them. */
export const METRICS_OF_WHAT_WATCHES = {
  /** @see https://github.com/prometheus/blackbox_exporter */
  "blackbox-exporter": ["probe_duration_seconds", "probe_ssl_earliest_cert_expiry", "probe_success"],

  /** Prometheus' own, and what it adds to every scrape. @see https://prometheus.io/docs/concepts/jobs_instances */
  prometheus: [
    "ALERTS",
    "prometheus_config_last_reload_successful",
    "prometheus_notifications_dropped_total",
    "prometheus_rule_evaluation_failures_total",
    "prometheus_target_scrape_pool_targets",
    "prometheus_tsdb_head_samples_appended_total",
    "prometheus_tsdb_head_series",
    "up",
  ],

  /** Records of each cluster of a fleet. */
  "fleet-records": [
    "fleet:nodes:count",
    "fleet:nodes_ready:count",
    "fleet:pods:count",
    "fleet:pods_unhealthy:count",
    "fleet:reported:timestamp_seconds",
  ],

  /** @see https://github.com/prometheus/alertmanager */
  alertmanager: [
    "alertmanager_alerts",
    "alertmanager_cluster_members",
    "alertmanager_config_last_reload_successful",
    "alertmanager_notifications_failed_total",
    "alertmanager_notifications_total",
  ],

  /**
   * Its own metrics, and those that it makes from applications' spans. @see
   * https://grafana.com/docs/tempo/v2.10.x
   */
  tempo: [
    "tempo_discarded_spans_total",
    "tempo_distributor_spans_received_total",
    "tempo_ingester_failed_flushes_total",
    "tempodb_blocklist_poll_errors_total",
    "tempodb_compaction_errors_total",
    "traces_spanmetrics_calls_total",
    "traces_spanmetrics_latency_bucket",
  ],

  /** @see https://docs.fluentbit.io/manual/administration/monitoring */
  "fluent-bit": [
    "fluentbit_output_chunk_available_capacity_percent",
    "fluentbit_output_dropped_records_total",
    "fluentbit_output_proc_records_total",
    "fluentbit_output_retries_total",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
