import { TeleportKubeAgent } from "../../addons/teleport-kube-agent/teleport-kube-agent";
import type { After } from "../../constructs/addon";
import { relayedLevels } from "../../settings/access/relayed-levels";
import { isEnterprise, portOf, teleportOf } from "../../settings/cluster/ways-in/teleport";
import { clusterLabel } from "../../settings/environment/stack-names";
import { TELEPORT_NAMESPACE } from "../../settings/namespaces/namespaces";
import type { Platform } from "./platform";

/** Installs the agent by which people come through Teleport; nothing where they come by another way. */
export function installTeleport({ stack, environment, shared }: Platform, after: After): void {
  const { addons, cluster, organisation } = environment;
  const teleport = teleportOf(cluster.endpointAccess);
  if (addons.teleportKubeAgent === false || teleport === undefined) {
    return;
  }
  new TeleportKubeAgent(stack, "teleport-kube-agent", {
    ...shared,
    ...addons.teleportKubeAgent,
    namespace: TELEPORT_NAMESPACE,
    teleport: {
      proxy: teleport.proxy,
      port: portOf(teleport.proxy)!,
      tokenName: teleport.tokenName,
      enterprise: isEnterprise(teleport),
      clusterName: clusterLabel(environment),
      labels: { environment: environment.name, cluster: cluster.name },
    },
    levels: relayedLevels(organisation.accessLevels),
    after,
  });
}
