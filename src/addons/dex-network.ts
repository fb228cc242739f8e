import type { NetworkPeer, Pods } from "../constructs/network-peers";
import { PROMETHEUS } from "./kube-prometheus-stack-network";

const DEX: Pods = { name: "dex", labels: { "app.kubernetes.io/name": "dex" } };

/** Its clients know it by its public name, so what they call is its load balancer. */
export const dexNetwork: NetworkPeer = {
  pods: DEX,
  accepts: [
    { with: "load-balancers", ports: [5556] },
    { with: PROMETHEUS, ports: [5558] },
  ],
  calls: [
    // What it remembers is in custom resources.
    { with: "kubernetes-api" },
    // GitHub.
    { with: "internet" },
  ],
};
