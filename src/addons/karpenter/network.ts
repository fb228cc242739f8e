import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const KARPENTER: Pods = {
  name: "karpenter",
  labels: { "app.kubernetes.io/name": "karpenter", "app.kubernetes.io/instance": "karpenter" },
};

export const karpenterNetwork: NetworkPeer = {
  pods: KARPENTER,
  accepts: [{ with: PROMETHEUS, ports: [8080] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
