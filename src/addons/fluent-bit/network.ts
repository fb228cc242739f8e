import type { Conversation, NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export interface FluentBitCalls {
  /** Destination of logs: AWS, or an internet host whose port is in a secret. */
  readonly destination: "aws" | "elsewhere";
}

/** Connections of the pods that read nodes' logs, and of the one that reads Kubernetes' events. */
export const fluentBitNetwork = ({ destination }: FluentBitCalls): NetworkPeer => ({
  pods: { name: "fluent-bit", labels: { "app.kubernetes.io/name": "fluent-bit" } },
  accepts: [{ with: PROMETHEUS, ports: [2020] }],
  calls: [{ with: "kubernetes-api" }, ...destinations[destination]],
});

const destinations: Readonly<Record<FluentBitCalls["destination"], readonly Conversation[]>> = {
  aws: [{ with: "aws" }],
  elsewhere: [{ with: "internet", ports: "every" }],
};
