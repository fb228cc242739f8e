/** Metrics about the work of the platform's own add-ons, by the program that provides them. */
export const METRICS_OF_ADD_ONS = {
  /** @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/proposals/metrics.md */
  "cluster-autoscaler": [
    "cluster_autoscaler_cluster_safe_to_autoscale",
    "cluster_autoscaler_errors_total",
    "cluster_autoscaler_failed_scale_ups_total",
    "cluster_autoscaler_last_activity",
    "cluster_autoscaler_max_nodes_count",
    "cluster_autoscaler_node_group_max_count",
    "cluster_autoscaler_node_group_target_count",
    "cluster_autoscaler_nodes_count",
    "cluster_autoscaler_unschedulable_pods_count",
  ],

  /** @see https://external-secrets.io/latest/api/metrics */
  "external-secrets": [
    "clustersecretstore_status_condition",
    "externalsecret_status_condition",
    "externalsecret_sync_calls_error",
  ],

  /** @see https://github.com/vmware-tanzu/velero/blob/main/pkg/metrics/metrics.go */
  velero: ["velero_backup_last_status", "velero_backup_last_successful_timestamp"],

  /** @see https://docs.cilium.io/en/v1.19/observability/metrics/ */
  cilium: ["cilium_bpf_map_pressure", "cilium_endpoint_regenerations_total", "cilium_operator_ipam_nodes"],

  /** @see https://book.kubebuilder.io/reference/metrics-reference */
  flux2: ["controller_runtime_reconcile_total"],

  /** @see https://cert-manager.io/docs/devops-tips/prometheus-metrics/ */
  "cert-manager": [
    "certmanager_certificate_ready_status",
    "certmanager_certificate_renewal_timestamp_seconds",
  ],

  /** @see https://kubernetes-sigs.github.io/external-dns/latest/docs/monitoring/metrics */
  "external-dns": [
    "external_dns_controller_last_sync_timestamp_seconds",
    "external_dns_registry_errors_total",
    "external_dns_source_errors_total",
  ],

  /** @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/pkg/metrics */
  "aws-load-balancer-controller": [
    "aws_api_call_permission_errors_total",
    "aws_api_call_service_limit_exceeded_errors_total",
    "aws_api_calls_total",
    "awslbc_readiness_gate_ready_seconds_bucket",
  ],

  /**
   * Metrics of External Secrets and the load balancer controller. @see
   * https://book.kubebuilder.io/reference/metrics-reference
   */
  "controller-runtime": ["controller_runtime_reconcile_errors_total"],

  /** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/metrics */
  "argo-cd": ["argocd_app_info", "argocd_app_sync_total"],

  /** @see https://argo-workflows.readthedocs.io/en/stable/metrics */
  "argo-workflows": ["argo_workflows_total_count"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
