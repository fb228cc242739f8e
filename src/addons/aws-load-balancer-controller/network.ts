import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const awsLoadBalancerControllerNetwork: NetworkPeer = {
  pods: {
    name: "aws-load-balancer-controller",
    labels: { "app.kubernetes.io/name": "aws-load-balancer-controller" },
  },
  accepts: [
    { with: "control-plane", ports: [9443] },
    { with: PROMETHEUS, ports: [8080] },
  ],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
