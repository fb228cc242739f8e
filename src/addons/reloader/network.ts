import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const reloaderNetwork: NetworkPeer = {
  pods: { name: "reloader", labels: { "app.kubernetes.io/name": "reloader" } },
  accepts: [{ with: PROMETHEUS, ports: [9090] }],
  calls: [{ with: "kubernetes-api" }],
};
