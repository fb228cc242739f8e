import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** The controller alone has a policy: pods on nodes have their node's own address. */
export const awsEfsCsiDriverNetwork: NetworkPeer = {
  pods: { name: "efs-csi-controller", labels: { app: "efs-csi-controller" } },
  accepts: [{ with: PROMETHEUS, ports: [3301] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
