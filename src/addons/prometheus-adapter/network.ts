import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS, PROMETHEUS_PORTS } from "../kube-prometheus-stack/network";

/** Labels of the adapter's pods and of its Service. */
export const LABELS = { "app.kubernetes.io/name": "prometheus-adapter" } as const;

/** Port on which the adapter answers the API server. */
export const ADAPTER_PORT = 6443;

export const prometheusAdapterNetwork: NetworkPeer = {
  pods: { name: "prometheus-adapter", labels: LABELS },
  // The API server passes requests for external.metrics.k8s.io on.
  accepts: [
    { with: "control-plane", ports: [ADAPTER_PORT] },
    { with: PROMETHEUS, ports: [ADAPTER_PORT] },
  ],
  calls: [{ with: "kubernetes-api" }, { with: PROMETHEUS, ports: PROMETHEUS_PORTS }],
};
