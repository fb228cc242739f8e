import { PLATFORM } from "../../platform-alerts/alert-rule";
import type { Dashboard } from "./model";
import { promql, row, stat, table, timeseries } from "./panels";

/** Dashboard of the platform's own add-ons and their work. */
export const ADDON_HEALTH: Dashboard = {
  uid: "addon-health",
  title: "Add-on health",
  description: "Whether what the platform runs in the cluster does its work.",
  rows: [
    row(
      "Now",
      stat("Add-ons down", `count(up{${PLATFORM}} == 0) or vector(0)`, {
        limits: { warning: 1, critical: 3 },
      }),
      stat(
        "Secrets not copied",
        'sum(externalsecret_status_condition{condition="Ready", status="False"}) or vector(0)',
        { limits: { warning: 1, critical: 5 } },
      ),
      stat(
        "Since DNS was synchronised",
        "time() - max(external_dns_controller_last_sync_timestamp_seconds)",
        {
          unit: "s",
          limits: { warning: 900, critical: 3600 },
        },
      ),
      stat("Certificates left", "min(probe_ssl_earliest_cert_expiry) - time()", {
        description: "Until the first certificate of a probed address expires.",
        unit: "s",
        limits: { warning: 30 * 86_400, critical: 14 * 86_400 },
      }),
      stat("Applications out of sync", 'count(argocd_app_info{sync_status!="Synced"}) or vector(0)', {
        limits: { warning: 5, critical: 20 },
      }),
      stat("Autoscaler may scale", "min(cluster_autoscaler_cluster_safe_to_autoscale)", {
        limits: { warning: 1, critical: 0.5 },
      }),
    ),
    row(
      "Workloads",
      table("Targets down", `up{${PLATFORM}} == 0`, {
        columns: { namespace: "Namespace", job: "Job", instance: "Instance" },
      }),
      table(
        "Short of replicas",
        `(kube_deployment_spec_replicas{${PLATFORM}} - kube_deployment_status_replicas_available{${PLATFORM}}) > 0`,
        { columns: { namespace: "Namespace", deployment: "Deployment", Value: "Missing" } },
      ),
      timeseries("Restarts in an hour", [
        promql(
          `sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total{${PLATFORM}}[1h])) > 0`,
          "{{namespace}}/{{pod}}",
        ),
      ]),
      timeseries(
        "Memory",
        [
          promql(
            `topk(10, sum by (namespace, pod) (container_memory_working_set_bytes{container!="", ${PLATFORM}}))`,
            "{{namespace}}/{{pod}}",
          ),
        ],
        { unit: "bytes" },
      ),
    ),
    row(
      "Controllers",
      timeseries(
        "Failed reconciliations",
        [
          promql(
            "sum by (controller) (rate(controller_runtime_reconcile_errors_total[$__rate_interval])) > 0",
            "{{controller}}",
          ),
        ],
        { unit: "ops", description: "Of External Secrets and the load balancer controller." },
      ),
      timeseries(
        "Failures elsewhere",
        [
          promql("sum(rate(external_dns_registry_errors_total[$__rate_interval]))", "DNS: reading records"),
          promql("sum(rate(external_dns_source_errors_total[$__rate_interval]))", "DNS: reading Ingresses"),
          promql("sum(rate(externalsecret_sync_calls_error[$__rate_interval]))", "secrets: copying"),
          promql("sum(rate(cluster_autoscaler_errors_total[$__rate_interval]))", "autoscaler"),
          promql(
            "sum(rate(cluster_autoscaler_failed_scale_ups_total[$__rate_interval]))",
            "autoscaler: new nodes",
          ),
        ],
        { unit: "ops" },
      ),
      timeseries(
        "Calls of AWS that it refused",
        [
          promql(
            "sum by (exported_service, operation) (rate(aws_api_call_permission_errors_total[$__rate_interval])) > 0",
            "{{exported_service}} {{operation}}: not permitted",
          ),
          promql(
            "sum by (exported_service, operation) (rate(aws_api_call_service_limit_exceeded_errors_total[$__rate_interval])) > 0",
            "{{exported_service}} {{operation}}: over its limit",
          ),
        ],
        { unit: "ops" },
      ),
      timeseries("Applications by state", [
        promql(
          "count by (sync_status, health_status) (argocd_app_info)",
          "{{sync_status}}, {{health_status}}",
        ),
      ]),
    ),
    row(
      "What watches",
      timeseries("Series that Prometheus holds", [promql("prometheus_tsdb_head_series", "{{pod}}")]),
      timeseries(
        "What Prometheus fails at",
        [
          promql("sum(rate(prometheus_rule_evaluation_failures_total[$__rate_interval]))", "rules"),
          promql(
            "sum(rate(prometheus_notifications_dropped_total[$__rate_interval]))",
            "alerts not delivered",
          ),
        ],
        { unit: "ops" },
      ),
      timeseries(
        "Spans that Tempo gets",
        [
          promql("sum(rate(tempo_distributor_spans_received_total[$__rate_interval]))", "received"),
          promql(
            "sum by (reason) (rate(tempo_discarded_spans_total[$__rate_interval]))",
            "discarded: {{reason}}",
          ),
        ],
        { unit: "ops" },
      ),
      timeseries(
        "What Tempo fails at",
        [
          promql("sum(rate(tempo_ingester_failed_flushes_total[$__rate_interval]))", "writing to its bucket"),
          promql(
            "sum(rate(tempodb_blocklist_poll_errors_total[$__rate_interval]))",
            "reading from its bucket",
          ),
          promql("sum(rate(tempodb_compaction_errors_total[$__rate_interval]))", "compaction"),
        ],
        { unit: "ops" },
      ),
      timeseries(
        "Lines that wait to be shipped",
        [
          promql(
            "topk(10, 1 - min by (pod) (fluentbit_output_chunk_available_capacity_percent) / 100)",
            "{{pod}}",
          ),
        ],
        {
          unit: "percentunit",
          description: "Of the room that they may wait in. Beyond it the oldest are lost.",
        },
      ),
      timeseries(
        "What log shippers fail at",
        [
          promql("sum(rate(fluentbit_output_retries_total[$__rate_interval]))", "sending: tried again"),
          promql("sum(rate(fluentbit_output_dropped_records_total[$__rate_interval]))", "lines lost"),
        ],
        { unit: "ops" },
      ),
    ),
  ],
};
