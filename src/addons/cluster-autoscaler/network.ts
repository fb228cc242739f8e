import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const AUTOSCALER: Pods = {
  name: "cluster-autoscaler",
  labels: { "app.kubernetes.io/name": "aws-cluster-autoscaler" },
};

export const clusterAutoscalerNetwork: NetworkPeer = {
  pods: AUTOSCALER,
  accepts: [{ with: PROMETHEUS, ports: [8085] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
