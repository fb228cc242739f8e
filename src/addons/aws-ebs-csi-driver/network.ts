import { AGENT_OF_PODS, type NetworkPeer, type Port } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** Ports of metrics: the driver's, and those of the controller's sidecars. */
const CONTROLLER_METRICS: readonly Port[] = [3301, 3302, 3303, 3304, 3305, 3306, 3307];
const NODE_METRICS: readonly Port[] = [3302];

/**
 * Conversations of the driver. EKS's add-on has the same pods, takes its role from the agent of Pod Identity whatever the
 * cluster's identity, and shows no metrics.
 */
export const ebsNetwork = (managed: boolean): readonly NetworkPeer[] => [
  {
    pods: { name: "ebs-csi-controller", labels: { app: "ebs-csi-controller" } },
    ...(managed ? {} : { accepts: [{ with: PROMETHEUS, ports: CONTROLLER_METRICS }] }),
    calls: [{ with: "kubernetes-api" }, { with: "aws" }, ...(managed ? [AGENT_OF_PODS] : [])],
  },
  {
    pods: { name: "ebs-csi-node", labels: { app: "ebs-csi-node" } },
    ...(managed ? {} : { accepts: [{ with: PROMETHEUS, ports: NODE_METRICS }] }),
    // It reads its node's labels, and takes the start-up taint off.
    calls: [{ with: "kubernetes-api" }],
  },
];
