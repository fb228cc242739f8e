import type { Conversation, NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export interface FluentBitCalls {
  /** Where logs go: AWS, or a host of the internet whose port only a secret says. */
  readonly destination: "aws" | "elsewhere";
}

/** What reads logs of nodes and what reads events of Kubernetes. */
export const fluentBitNetwork = ({ destination }: FluentBitCalls): NetworkPeer => ({
  pods: { name: "fluent-bit", labels: { "app.kubernetes.io/name": "fluent-bit" } },
  accepts: [{ with: PROMETHEUS, ports: [2020] }],
  calls: [{ with: "kubernetes-api" }, ...destinations[destination]],
});

const destinations: Readonly<Record<FluentBitCalls["destination"], readonly Conversation[]>> = {
  aws: [{ with: "aws" }],
  elsewhere: [{ with: "internet", ports: "every" }],
};
