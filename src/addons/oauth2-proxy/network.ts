import type { Conversation, NetworkPeer } from "../../constructs/network-peers";
import {
  ALERTMANAGER,
  ALERTMANAGER_PORTS,
  PROMETHEUS,
  PROMETHEUS_PORTS,
} from "../kube-prometheus-stack/network";

const proxyOf = (application: string, upstream: Conversation): NetworkPeer => ({
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
    upstream,
    // Dex, by its public name.
    { with: "internet" },
  ],
});

export const oauth2ProxyNetwork: readonly NetworkPeer[] = [
  proxyOf("prometheus", { with: PROMETHEUS, ports: PROMETHEUS_PORTS }),
  proxyOf("alertmanager", { with: ALERTMANAGER, ports: ALERTMANAGER_PORTS }),
];
