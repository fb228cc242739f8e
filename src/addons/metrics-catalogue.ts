/**
 * The metrics that alerts and dashboards ask for, by the program that provides them. What asks for a metric that is
 * not here would stay silent for ever.
 */
export const METRICS_BY_EXPORTER = {
  /** @see https://github.com/prometheus/node_exporter */
  "node-exporter": [
    "node_cpu_seconds_total",
    "node_filesystem_avail_bytes",
    "node_filesystem_readonly",
    "node_filesystem_size_bytes",
    "node_load1",
    "node_memory_MemAvailable_bytes",
    "node_memory_MemTotal_bytes",
    "node_network_receive_bytes_total",
    "node_network_transmit_bytes_total",
  ],

  /** @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics */
  "kube-state-metrics": [
    "kube_daemonset_status_desired_number_scheduled",
    "kube_daemonset_status_number_available",
    "kube_deployment_spec_replicas",
    "kube_deployment_status_replicas_available",
    "kube_ingress_info",
    "kube_job_failed",
    "kube_node_info",
    "kube_node_spec_unschedulable",
    "kube_node_status_allocatable",
    "kube_node_status_capacity",
    "kube_node_status_condition",
    "kube_persistentvolumeclaim_info",
    "kube_pod_container_resource_limits",
    "kube_pod_container_resource_requests",
    "kube_pod_container_status_last_terminated_reason",
    "kube_pod_container_status_restarts_total",
    "kube_pod_container_status_waiting_reason",
    "kube_pod_info",
    "kube_pod_init_container_status_waiting_reason",
    "kube_pod_status_phase",
    "kube_pod_status_ready",
    "kube_pod_status_unschedulable",
    "kube_statefulset_replicas",
    "kube_statefulset_status_replicas_ready",
  ],

  /** @see https://kubernetes.io/docs/reference/instrumentation/metrics */
  kubelet: [
    "kubelet_volume_stats_available_bytes",
    "kubelet_volume_stats_capacity_bytes",
    "kubelet_volume_stats_inodes",
    "kubelet_volume_stats_inodes_free",
  ],

  /** @see https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md */
  cadvisor: [
    "container_cpu_usage_seconds_total",
    "container_memory_working_set_bytes",
    "container_network_receive_bytes_total",
    "container_network_transmit_bytes_total",
  ],

  /** @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/proposals/metrics.md */
  "cluster-autoscaler": [
    "cluster_autoscaler_cluster_safe_to_autoscale",
    "cluster_autoscaler_errors_total",
    "cluster_autoscaler_failed_scale_ups_total",
    "cluster_autoscaler_last_activity",
    "cluster_autoscaler_max_nodes_count",
    "cluster_autoscaler_node_group_max_count",
    "cluster_autoscaler_node_group_min_count",
    "cluster_autoscaler_node_group_target_count",
    "cluster_autoscaler_nodes_count",
    "cluster_autoscaler_unschedulable_pods_count",
  ],

  /** @see https://external-secrets.io/latest/api/metrics */
  "external-secrets": [
    "clustersecretstore_status_condition",
    "externalsecret_status_condition",
    "externalsecret_sync_calls_error",
    "externalsecret_sync_calls_total",
  ],

  /** @see https://kubernetes-sigs.github.io/external-dns/latest/docs/monitoring/metrics */
  "external-dns": [
    "external_dns_controller_last_sync_timestamp_seconds",
    "external_dns_registry_endpoints_total",
    "external_dns_registry_errors_total",
    "external_dns_source_endpoints_total",
    "external_dns_source_errors_total",
  ],

  /** @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/pkg/metrics */
  "aws-load-balancer-controller": [
    "aws_api_call_permission_errors_total",
    "aws_api_call_service_limit_exceeded_errors_total",
    "aws_api_calls_total",
    "awslbc_readiness_gate_ready_seconds_bucket",
  ],

  /** Of External Secrets and the load balancer controller. @see https://book.kubebuilder.io/reference/metrics-reference */
  "controller-runtime": ["controller_runtime_reconcile_errors_total", "controller_runtime_reconcile_total"],

  /** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/metrics */
  "argo-cd": ["argocd_app_info", "argocd_app_sync_total"],

  /** @see https://github.com/prometheus/blackbox_exporter */
  "blackbox-exporter": [
    "probe_duration_seconds",
    "probe_http_status_code",
    "probe_ssl_earliest_cert_expiry",
    "probe_success",
  ],

  /** Prometheus' own, and what it adds to every scrape. @see https://prometheus.io/docs/concepts/jobs_instances */
  prometheus: [
    "ALERTS",
    "prometheus_config_last_reload_successful",
    "prometheus_notifications_alertmanagers_discovered",
    "prometheus_notifications_dropped_total",
    "prometheus_rule_evaluation_failures_total",
    "prometheus_tsdb_head_samples_appended_total",
    "prometheus_tsdb_head_series",
    "up",
  ],

  /** @see https://github.com/prometheus/alertmanager */
  alertmanager: [
    "alertmanager_alerts",
    "alertmanager_cluster_members",
    "alertmanager_config_last_reload_successful",
    "alertmanager_notifications_failed_total",
    "alertmanager_notifications_total",
  ],

  /** @see https://github.com/prometheus-operator/prometheus-operator */
  "prometheus-operator": [
    "prometheus_operator_managed_resources",
    "prometheus_operator_reconcile_errors_total",
  ],

  /** Of its own, and what it makes of applications' spans. @see https://grafana.com/docs/tempo/v2.10.x */
  tempo: [
    "tempo_discarded_spans_total",
    "tempo_distributor_spans_received_total",
    "tempo_ingester_failed_flushes_total",
    "tempodb_blocklist_poll_errors_total",
    "tempodb_compaction_errors_total",
    "traces_spanmetrics_calls_total",
    "traces_spanmetrics_latency_bucket",
  ],

  /** Load balancers, in CloudWatch. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
  "AWS/ApplicationELB": [
    "ActiveConnectionCount",
    "HTTPCode_ELB_5XX_Count",
    "HTTPCode_Target_4XX_Count",
    "HTTPCode_Target_5XX_Count",
    "ProcessedBytes",
    "RejectedConnectionCount",
    "RequestCount",
    "TargetResponseTime",
  ],

  /** @see https://coredns.io/plugins/metrics */
  coredns: ["coredns_dns_requests_total", "coredns_dns_responses_total"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Exporter = keyof typeof METRICS_BY_EXPORTER;

const EXPORTERS = new Map<string, Exporter>(
  (Object.keys(METRICS_BY_EXPORTER) as Exporter[]).flatMap((exporter) =>
    METRICS_BY_EXPORTER[exporter].map((metric) => [metric, exporter] as const),
  ),
);

/** The program that provides a metric; `undefined` for one that nothing here does. */
export const exporterOf = (metric: string): Exporter | undefined => EXPORTERS.get(metric);
