import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const DEX: Pods = { name: "dex", labels: { "app.kubernetes.io/name": "dex" } };

export interface DexCalls {
  /** True if users sign in through GitHub. */
  readonly gitHub: boolean;
}

/** Its clients know it by its public name, so what they call is its load balancer. */
export const dexNetwork = ({ gitHub }: DexCalls): NetworkPeer => ({
  pods: DEX,
  accepts: [
    { with: "load-balancers", ports: [5556] },
    { with: PROMETHEUS, ports: [5558] },
  ],
  calls: [
    // It stores its state in custom resources.
    { with: "kubernetes-api" },
    ...(gitHub ? [{ with: "internet" as const }] : []),
  ],
});
