import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import type { GitHubSignIn } from "./github";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const DEX: Pods = { name: "dex", labels: { "app.kubernetes.io/name": "dex" } };

export interface DexCalls {
  /** GitHub organisations whose members sign in; `false` for none. */
  readonly github: GitHubSignIn | false;
}

/** Its clients know it by its public name, so what they call is its load balancer. */
export const dexNetwork = ({ github }: DexCalls): NetworkPeer => ({
  pods: DEX,
  accepts: [
    { with: "load-balancers", ports: [5556] },
    { with: PROMETHEUS, ports: [5558] },
  ],
  calls: [
    // It stores its state in custom resources.
    { with: "kubernetes-api" },
    ...(github ? [{ with: "internet" as const }] : []),
  ],
});
