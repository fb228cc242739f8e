import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const veleroNetwork: NetworkPeer = {
  pods: { name: "velero", labels: { "app.kubernetes.io/name": "velero" } },
  accepts: [{ with: PROMETHEUS, ports: [8085] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
