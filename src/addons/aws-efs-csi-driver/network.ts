import { AGENT_OF_PODS, type NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/**
 * Conversations of the controller: pods on nodes have their node's own address. EKS's add-on has the same pods, takes its role
 * from the agent of Pod Identity whatever the cluster's identity, and shows no metrics.
 */
export const efsNetwork = (managed: boolean): NetworkPeer => ({
  pods: { name: "efs-csi-controller", labels: { app: "efs-csi-controller" } },
  ...(managed ? {} : { accepts: [{ with: PROMETHEUS, ports: [3301] }] }),
  calls: [{ with: "kubernetes-api" }, { with: "aws" }, ...(managed ? [AGENT_OF_PODS] : [])],
});
