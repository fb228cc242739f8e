import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import type { ProviderSignIn } from "./users";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const DEX: Pods = { name: "dex", labels: { "app.kubernetes.io/name": "dex" } };

export interface DexCalls {
  /** Provider whose users sign in; `false` for none. */
  readonly provider: Pick<ProviderSignIn, "kind"> | false;
}

/** Its clients know it by its public name, so what they call is its load balancer. */
export const dexNetwork = ({ provider }: DexCalls): NetworkPeer => ({
  pods: DEX,
  accepts: [
    { with: "load-balancers", ports: [5556] },
    { with: PROMETHEUS, ports: [5558] },
  ],
  calls: [
    // It stores its state in custom resources.
    { with: "kubernetes-api" },
    // With SAML the browser carries every message.
    ...(provider && provider.kind !== "saml" ? [{ with: "internet" as const }] : []),
  ],
});
