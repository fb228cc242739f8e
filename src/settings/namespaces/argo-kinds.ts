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

/** Kinds that applications may have besides where the cluster has a load balancer for routes. Their listeners are the platform's. */
export const ROUTE_KINDS: readonly KindConfig[] = [
  { group: "gateway.networking.k8s.io", kind: "GRPCRoute" },
  { group: "gateway.networking.k8s.io", kind: "HTTPRoute" },
];

/**
 * Kinds that bound a namespace, give rights in it, or reach beyond it. Terraform or a controller makes them; no team's
 * project may have any.
 */
export const PLATFORM_KINDS: readonly KindConfig[] = [
  { group: "", kind: "Endpoints" },
  { group: "", kind: "LimitRange" },
  { group: "", kind: "Namespace" },
  { group: "", kind: "PersistentVolume" },
  { group: "", kind: "ResourceQuota" },
  { group: "", kind: "Secret" },
  { group: "argoproj.io", kind: "AppProject" },
  { group: "argoproj.io", kind: "Application" },
  { group: "argoproj.io", kind: "ApplicationSet" },
  { group: "external-secrets.io", kind: "ClusterExternalSecret" },
  { group: "external-secrets.io", kind: "ClusterPushSecret" },
  { group: "external-secrets.io", kind: "ClusterSecretStore" },
  { group: "external-secrets.io", kind: "PushSecret" },
  { group: "external-secrets.io", kind: "SecretStore" },
  { group: "kro.run", kind: "ResourceGraphDefinition" },
  { group: "monitoring.coreos.com", kind: "Alertmanager" },
  { group: "monitoring.coreos.com", kind: "AlertmanagerConfig" },
  { group: "monitoring.coreos.com", kind: "Prometheus" },
  { group: "monitoring.coreos.com", kind: "PrometheusAgent" },
  { group: "monitoring.coreos.com", kind: "ScrapeConfig" },
  { group: "monitoring.coreos.com", kind: "ThanosRuler" },
  { group: "networking.k8s.io", kind: "IngressClass" },
  { group: "networking.k8s.io", kind: "NetworkPolicy" },
];

/**
 * API groups without a kind that a team may have: each is about other namespaces, nodes, load balancers, backups or policies.
 * EKS itself brings some.
 */
export const PLATFORM_GROUPS: readonly string[] = [
  "acme.cert-manager.io",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "aga.k8s.aws",
  "apiregistration.k8s.io",
  "autoscaling.x-k8s.io",
  "cert-manager.io",
  "certificates.k8s.io",
  "cilium.io",
  "config.gatekeeper.sh",
  "connection.gatekeeper.sh",
  "constraints.gatekeeper.sh",
  "crd.k8s.amazonaws.com",
  "discovery.k8s.io",
  "eks.amazonaws.com",
  "elbv2.k8s.aws",
  "expansion.gatekeeper.sh",
  "externaldata.gatekeeper.sh",
  "externaldns.k8s.io",
  "gateway.k8s.aws",
  "gateway.networking.k8s.io",
  "generators.external-secrets.io",
  "helm.toolkit.fluxcd.io",
  "karpenter.k8s.aws",
  "karpenter.sh",
  "kustomize.toolkit.fluxcd.io",
  "kyverno.io",
  "mutations.gatekeeper.sh",
  "networking.k8s.aws",
  "policies.kyverno.io",
  "rbac.authorization.k8s.io",
  "reports.kyverno.io",
  "scheduling.k8s.io",
  "services.k8s.aws",
  "snapshot.storage.k8s.io",
  "source.toolkit.fluxcd.io",
  "status.gatekeeper.sh",
  "storage.k8s.io",
  "syncset.gatekeeper.sh",
  "templates.gatekeeper.sh",
  "velero.io",
  "vpcresources.k8s.aws",
  "wgpolicyk8s.io",
];

/** True if a kind is the platform's alone. */
export const isOfPlatform = ({ group, kind }: KindConfig): boolean =>
  PLATFORM_GROUPS.includes(group) || PLATFORM_KINDS.some((own) => own.group === group && own.kind === kind);

/** Plural of a kind, as the API has it. */
export function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === "endpoints") {
    return name;
  }
  return /[^aeiou]y$/.test(name)
    ? `${name.slice(0, -1)}ies`
    : `${name}${/(?:s|x|z|ch|sh)$/.test(name) ? "es" : "s"}`;
}
