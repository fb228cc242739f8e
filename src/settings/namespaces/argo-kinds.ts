/** Kind of objects as a project of Argo CD names it. */
interface KindConfig {
  readonly group: string;
  readonly kind: string;
}

/**
 * Kinds of objects that every team's applications may have. None of them gives rights, or limits those of
 * others.
 */
export const COMMON_KINDS: readonly KindConfig[] = [
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "PersistentVolumeClaim" },
  { group: "", kind: "Service" },
  { group: "", kind: "ServiceAccount" },
  { group: "apps", kind: "Deployment" },
  { group: "apps", kind: "StatefulSet" },
  { group: "autoscaling", kind: "HorizontalPodAutoscaler" },
  { group: "batch", kind: "CronJob" },
  { group: "batch", kind: "Job" },
  { group: "monitoring.coreos.com", kind: "PodMonitor" },
  { group: "monitoring.coreos.com", kind: "PrometheusRule" },
  { group: "monitoring.coreos.com", kind: "ServiceMonitor" },
  { group: "networking.k8s.io", kind: "Ingress" },
  { group: "policy", kind: "PodDisruptionBudget" },
];

/** Kinds that bound a namespace or give rights in it. Terraform makes them; no team's project may have any. */
export const PLATFORM_KINDS: readonly KindConfig[] = [
  { group: "", kind: "LimitRange" },
  { group: "", kind: "Namespace" },
  { group: "", kind: "ResourceQuota" },
  { group: "", kind: "Secret" },
  { group: "argoproj.io", kind: "AppProject" },
  { group: "argoproj.io", kind: "Application" },
  { group: "argoproj.io", kind: "ApplicationSet" },
  { group: "networking.k8s.io", kind: "NetworkPolicy" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];
