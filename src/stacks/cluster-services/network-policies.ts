import { Manifests } from "../../constructs/manifests";
import { networkPolicies } from "../../constructs/network-policies";
import { surroundings } from "../surroundings";
import type { Platform } from "./platform";
import { platformPeers } from "./platform-peers";

/**
 * Closes the platform's own namespaces. One release has all refusals and all permissions, before the add-ons
 * or after them: no add-on needs it, and none is cut off.
 */
export function installNetworkPolicies({ stack, environment, shared }: Platform): void {
  const peers = platformPeers(environment);

  if (peers.length > 0) {
    new Manifests(stack, "network-policies", {
      namespace: shared.namespace,
      releaseName: "network-policies",
      objects: networkPolicies(peers, surroundings(environment)),
    });
  }
}
