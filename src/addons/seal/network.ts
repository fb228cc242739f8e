import type { NetworkPeer } from "../../constructs/network-peers";

/** GitHub, where pull requests are, and Slack, where teams hear of them. */
export const sealNetwork: NetworkPeer = {
  pods: { name: "seal", labels: { "app.kubernetes.io/name": "seal" } },
  calls: [{ with: "internet" }],
};
