import type { Conversation, NetworkPeer } from "../../constructs/network-peers";
import type { LogDestination } from "./output";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export interface FluentBitCalls {
  readonly destination: LogDestination;
}

/** Connections of the pods that read nodes' logs, and of the one that reads Kubernetes' events. */
export const fluentBitNetwork = ({ destination }: FluentBitCalls): NetworkPeer => ({
  pods: { name: "fluent-bit", labels: { "app.kubernetes.io/name": "fluent-bit" } },
  accepts: [{ with: PROMETHEUS, ports: [2020] }],
  calls: [{ with: "kubernetes-api" }, destination.type === "logstash" ? ELSEWHERE : { with: "aws" }],
});

/** Internet host whose port is in a secret. */
const ELSEWHERE: Conversation = { with: "internet", ports: "every" };
