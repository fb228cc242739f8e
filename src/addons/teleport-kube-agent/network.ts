import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const AGENT: Pods = { name: "teleport-kube-agent", labels: { app: "teleport-kube-agent" } };

/** Conversations of the agent: it calls Teleport, which calls nothing in the cluster. */
export const agentNetwork = (proxyPort: number): NetworkPeer => ({
  pods: AGENT,
  accepts: [{ with: PROMETHEUS, ports: [3000] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }, { with: "internet", ports: [proxyPort] }],
});
