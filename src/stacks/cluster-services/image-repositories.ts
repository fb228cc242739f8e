import type { AddonName } from "../../settings/addons";
import type { DeliverableAddon } from "../../settings/addon-definition/installed-by";

/** Repositories of the images that the platform's add-ons run. */
export const PLATFORM_REPOSITORIES: readonly string[] = [
  "docker.io/grafana/grafana",
  "docker.io/grafana/tempo",
  "docker.io/library/postgres",
  "docker.io/openpolicyagent/gatekeeper",
  "docker.io/openpolicyagent/gatekeeper-crds",
  "ghcr.io/dexidp/dex",
  "ghcr.io/external-secrets/external-secrets",
  "ghcr.io/fluent/fluent-bit",
  "ghcr.io/jkroepke/kube-webhook-certgen",
  "ghcr.io/kyverno/kyverno",
  "ghcr.io/kyverno/kyverno-cli",
  "ghcr.io/kyverno/kyvernopre",
  "ghcr.io/kyverno/readiness-checker",
  "ghcr.io/kyverno/reports-controller",
  "ghcr.io/oliver006/redis_exporter",
  "ghcr.io/stakater/reloader",
  "public.ecr.aws/docker/library/haproxy",
  "public.ecr.aws/docker/library/node",
  "public.ecr.aws/docker/library/redis",
  "public.ecr.aws/eks/aws-load-balancer-controller",
  "quay.io/argoproj/argocd",
  "quay.io/argoproj/argocli",
  "quay.io/argoproj/workflow-controller",
  "quay.io/kiwigrid/k8s-sidecar",
  "quay.io/oauth2-proxy/oauth2-proxy",
  "quay.io/prometheus-operator/prometheus-config-reloader",
  "quay.io/prometheus-operator/prometheus-operator",
  "quay.io/prometheus/alertmanager",
  "quay.io/prometheus/blackbox-exporter",
  "quay.io/prometheus/node-exporter",
  "quay.io/prometheus/prometheus",
  "quay.io/prometheus/pushgateway",
  "quay.io/thanos/thanos",
  "registry.k8s.io/external-dns/external-dns",
  "registry.k8s.io/kube-state-metrics/kube-state-metrics",
  "registry.k8s.io/metrics-server/metrics-server",
  "registry.k8s.io/prometheus-adapter/prometheus-adapter",
];

/** Repositories of the images of add-ons that few clusters have. */
export const REPOSITORIES_BY_ADDON: Readonly<Partial<Record<AddonName, readonly string[]>>> = {
  certManager: [
    "quay.io/jetstack/cert-manager-acmesolver",
    "quay.io/jetstack/cert-manager-cainjector",
    "quay.io/jetstack/cert-manager-controller",
    "quay.io/jetstack/cert-manager-startupapicheck",
    "quay.io/jetstack/cert-manager-webhook",
  ],
  flux: [
    "ghcr.io/fluxcd/flux-cli",
    "ghcr.io/fluxcd/helm-controller",
    "ghcr.io/fluxcd/kustomize-controller",
    "ghcr.io/fluxcd/source-controller",
  ],
  teleportKubeAgent: [
    "public.ecr.aws/gravitational/teleport-distroless",
    "public.ecr.aws/gravitational/teleport-ent-distroless",
  ],
  velero: ["docker.io/velero/velero", "docker.io/velero/velero-plugin-for-aws"],
};

/** Repositories of the images that the platform runs for tenants alone. */
export const TENANT_REPOSITORIES: readonly string[] = ["docker.io/library/mysql"];

/** Repositories of the images that workflows run, in the namespace that delivers applications. */
export const DELIVERY_REPOSITORIES: readonly string[] = [
  "docker.io/alpine/git",
  "public.ecr.aws/aws-cli/aws-cli",
  // Runs beside every step of a workflow.
  "quay.io/argoproj/argoexec",
];

/** Repositories of add-ons in namespaces of the platform that Argo CD may install. Gatekeeper judges nothing in `kube-system`. */
export const DELIVERED_REPOSITORIES: Readonly<Record<DeliverableAddon, readonly string[]>> = {
  clusterAutoscaler: [],
  kubePrometheusStack: [
    "ghcr.io/jkroepke/kube-webhook-certgen",
    "quay.io/prometheus-operator/prometheus-config-reloader",
    "quay.io/prometheus-operator/prometheus-operator",
    "quay.io/prometheus/alertmanager",
    "quay.io/prometheus/node-exporter",
    "quay.io/prometheus/prometheus",
    "quay.io/thanos/thanos",
    "registry.k8s.io/kube-state-metrics/kube-state-metrics",
  ],
  oauth2Proxy: ["quay.io/oauth2-proxy/oauth2-proxy"],
  reloader: ["ghcr.io/stakater/reloader"],
  tempo: ["docker.io/grafana/tempo"],
};
