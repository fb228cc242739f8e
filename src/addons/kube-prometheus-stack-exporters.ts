import { PRIORITY_CLASS } from "../constructs/availability";
import type { HelmValues } from "../constructs/helm-values";
import { mirroredImageParts, type Registries } from "../constructs/registries";

export interface Exporters {
  readonly managedStateMetrics: boolean;
  readonly registries?: Registries;
}

/** What tells Prometheus about nodes, containers and the state of the cluster. */
export const exporterValues = ({ managedStateMetrics, registries }: Exporters): HelmValues => ({
  // EKS runs these where nothing of ours reaches them.
  kubeApiServer: { enabled: false },
  kubeControllerManager: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeScheduler: { enabled: false },

  // By default containers are asked six times as often as everything else.
  kubelet: { serviceMonitor: { cAdvisorInterval: "60s" } },

  "prometheus-node-exporter": {
    image: mirroredImageParts(registries, "quay.io/prometheus/node-exporter"),
    priorityClassName: "system-node-critical",
    resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  },

  kubeStateMetrics: { enabled: !managedStateMetrics },
  "kube-state-metrics": {
    image: mirroredImageParts(registries, "registry.k8s.io/kube-state-metrics/kube-state-metrics"),
    priorityClassName: PRIORITY_CLASS,
    resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "1Gi" } },
    selfMonitor: { enabled: true },
  },
});

/** The name that upstream's rules and dashboards know kube-state-metrics by. */
const STATE_METRICS = "kube-state-metrics";

/** Finds the kube-state-metrics of EKS, which AWS installs without a monitor into a namespace of its choice. */
export const managedStateMetricsMonitor: HelmValues = {
  name: STATE_METRICS,
  jobLabel: "app.kubernetes.io/name",
  namespaceSelector: { any: true },
  selector: { matchLabels: { "app.kubernetes.io/name": STATE_METRICS } },
  // Its metrics bear the namespace and pod that they are about, not its own.
  endpoints: [{ port: "http", honorLabels: true }],
};

/** Finds the VPC CNI on every node, which AWS installs without a monitor too. */
export const vpcCniMonitor: HelmValues = {
  name: "aws-node",
  jobLabel: "k8s-app",
  namespaceSelector: { matchNames: ["kube-system"] },
  selector: { matchLabels: { "k8s-app": "aws-node" } },
  podMetricsEndpoints: [{ port: "metrics" }],
};
