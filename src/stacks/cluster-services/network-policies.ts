import { Manifests } from "../../constructs/manifests";
import { peersWithin } from "../../constructs/network-peers";
import { networkPolicies } from "../../constructs/network-policies";
import { surroundings } from "../surroundings";
import type { Platform } from "./platform";

/**
 * Closes the platform's own namespaces to all but what the add-ons of the stack declare, so it comes after all of them.
 * One release has all refusals and all permissions, before the add-ons or after them: no add-on needs it, and none is
 * cut off.
 */
export function installNetworkPolicies({ stack, environment, shared }: Platform): void {
  const peers = peersWithin(stack);

  if (peers.length > 0) {
    new Manifests(stack, "network-policies", {
      namespace: shared.namespace,
      releaseName: "network-policies",
      objects: networkPolicies(peers, surroundings(environment)),
    });
  }
}
