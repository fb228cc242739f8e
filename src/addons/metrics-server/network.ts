import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** Port on which metrics-server answers, and on which every kubelet does. */
const PORT = 10_250;

export const metricsServerNetwork: NetworkPeer = {
  pods: { name: "metrics-server", labels: { "app.kubernetes.io/name": "metrics-server" } },
  accepts: [
    // The API server passes requests for metrics.k8s.io on.
    { with: "control-plane", ports: [PORT] },
    { with: PROMETHEUS, ports: [PORT] },
  ],
  // Kubelets have their node's own address.
  calls: [{ with: "kubernetes-api" }, { with: "every-pod", ports: [PORT] }],
};
