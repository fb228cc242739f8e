import type { Conversation, NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export interface OAuth2ProxyCalls {
  /** Application behind the proxy. */
  readonly application: string;

  /** Pods of the application. */
  readonly upstreamPods: Conversation;
}

/** Connections of the proxy of one application. */
export const oauth2ProxyNetwork = ({ application, upstreamPods }: OAuth2ProxyCalls): NetworkPeer => ({
  pods: {
    name: `${application}-oauth2-proxy`,
    labels: {
      "app.kubernetes.io/name": "oauth2-proxy",
      "app.kubernetes.io/instance": `${application}-oauth2-proxy`,
    },
  },
  accepts: [
    { with: "load-balancers", ports: [4180] },
    { with: PROMETHEUS, ports: [44_180] },
  ],
  calls: [
    upstreamPods,
    // Dex, by its public name.
    { with: "internet" },
  ],
});
