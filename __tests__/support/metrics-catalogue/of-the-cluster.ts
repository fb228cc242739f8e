/** Metrics about nodes, pods and load balancers, by the program that provides them. */
export const METRICS_OF_THE_CLUSTER = {
  /** @see https://github.com/prometheus/node_exporter */
  "node-exporter": [
    "node_cpu_seconds_total",
    "node_filesystem_avail_bytes",
    "node_filesystem_size_bytes",
    "node_load1",
    "node_memory_MemAvailable_bytes",
    "node_memory_MemTotal_bytes",
  ],

  /** @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics */
  "kube-state-metrics": [
    "kube_daemonset_status_desired_number_scheduled",
    "kube_daemonset_status_number_available",
    "kube_deployment_spec_replicas",
    "kube_deployment_status_replicas_available",
    "kube_node_info",
    "kube_node_spec_unschedulable",
    "kube_node_status_allocatable",
    "kube_node_status_condition",
    "kube_pod_container_resource_requests",
    "kube_pod_container_status_restarts_total",
    "kube_pod_container_status_waiting_reason",
    "kube_pod_init_container_status_waiting_reason",
    "kube_pod_status_phase",
    "kube_pod_status_unschedulable",
    "kube_statefulset_replicas",
    "kube_statefulset_status_replicas_ready",
  ],

  /** @see https://kubernetes.io/docs/reference/instrumentation/metrics */
  "kube-apiserver": ["apiserver_admission_webhook_fail_open_count"],

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
} as const satisfies Readonly<Record<string, readonly string[]>>;
