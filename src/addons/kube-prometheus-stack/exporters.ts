import { apiServerValues } from "./api-server";
import { PRIORITY_CLASS } from "../../constructs/availability";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImageParts, type Registries } from "../../constructs/registries";

/** Settings that decide about the chart's exporters. */
export interface Exporters {
  /** Scrapes the API server. */
  readonly apiServer: boolean;

  /** The managed add-ons of EKS that the cluster has, as EKS calls them. */
  readonly eksAddons: readonly string[];
  readonly registries?: Registries;
}

/** Exporters of metrics about nodes, containers and the state of the cluster. */
export const exporterValues = ({ apiServer, eksAddons, registries }: Exporters): HelmValues => ({
  ...apiServerValues(apiServer),
  // EKS runs these where nothing of ours reaches them.
  kubeControllerManager: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeScheduler: { enabled: false },

  // By default containers are asked six times as often as everything else.
  kubelet: { serviceMonitor: { cAdvisorInterval: "60s" } },

  "prometheus-node-exporter": {
    image: mirroredImageParts(registries, "quay.io/prometheus/node-exporter"),
    priorityClassName: "system-node-critical",
    containerSecurityContext: READ_ONLY_CONTAINER,
    resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  },

  // There is always one, and never two.
  // Their rules page where the programs are missing.
  ...Object.fromEntries(
    Object.entries(PARTS_OF_EKS_ADDONS)
      .filter(([addon]) => !eksAddons.includes(addon))
      .map(([, part]) => [part, { enabled: false }]),
  ),
  kubeStateMetrics: { enabled: !eksAddons.includes("kube-state-metrics") },
  "kube-state-metrics": {
    image: mirroredImageParts(registries, "registry.k8s.io/kube-state-metrics/kube-state-metrics"),
    priorityClassName: PRIORITY_CLASS,
    resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "1Gi" } },
    selfMonitor: { enabled: true },
  },
});

/** Parts of the chart about add-ons of EKS: not every cluster has them. */
const PARTS_OF_EKS_ADDONS: Readonly<Record<string, string>> = {
  coredns: "coreDns",
  "kube-proxy": "kubeProxy",
};
