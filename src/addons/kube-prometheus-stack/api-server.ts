import type { HelmValues } from "../../constructs/helm-values";

/**
 * Metrics of the API server that say whether it answers, and what it refuses. It has thousands of others, most of them
 * buckets of durations by verb and kind, which would be a third of all samples of a cluster.
 *
 * @see https://kubernetes.io/docs/reference/instrumentation/metrics/
 */
export const API_SERVER_METRICS: readonly string[] = [
  "aggregator_unavailable_apiservice",
  "aggregator_unavailable_apiservice_total",
  "apiserver_admission_webhook_admission_duration_seconds_count",
  "apiserver_admission_webhook_admission_duration_seconds_sum",
  "apiserver_admission_webhook_fail_open_count",
  "apiserver_admission_webhook_rejection_count",
  "apiserver_current_inflight_requests",
  "apiserver_flowcontrol_rejected_requests_total",
  "apiserver_request_duration_seconds_count",
  "apiserver_request_duration_seconds_sum",
  "apiserver_request_terminations_total",
  "apiserver_request_total",
  "apiserver_requested_deprecated_apis",
  "apiserver_storage_objects",
];

/** Values of the chart that have Prometheus scrape the API server, at its address in the cluster. */
export const apiServerValues = (isScraped: boolean): HelmValues => ({
  kubeApiServer: isScraped
    ? {
        enabled: true,
        serviceMonitor: {
          metricRelabelings: [
            { action: "keep", sourceLabels: ["__name__"], regex: API_SERVER_METRICS.join("|") },
          ],
        },
      }
    : { enabled: false },
});
