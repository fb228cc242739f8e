import { AutoMode } from "../../addons/auto-mode/auto-mode";
import { Karpenter } from "../../addons/karpenter/karpenter";
import { KarpenterCrd } from "../../addons/karpenter-crd/karpenter-crd";
import type { Ready } from "../../constructs/addon";
import { poolNodeRoleName, queueName } from "../../names/cluster-names";
import { CILIUM_TAINT, nodeUserDataText } from "../../infrastructure/node-user-data";
import { hasCilium } from "../../settings/cluster/pod-network";
import { defaultTags } from "../default-tags";
import { proxyOf } from "../proxy";
import type { Platform } from "./platform";
import { hasPodSubnets } from "../../settings/network/subnets";

/** Namespace of what nodes need. The API server serves its pods first. */
const NAMESPACE = "kube-system";

/**
 * Installs the controller that makes nodes, and the pools that it makes them for. Returns the objects that others wait for;
 * `undefined` for none. Nothing waits for Karpenter: Helm waits for pods, and these for nodes, so that all start side by
 * side. One after the other, they would take longer than a token lives.
 */
export function installNodes(platform: Platform, monitors: Ready | false): Ready | undefined {
  switch (platform.environment.cluster.compute.kind) {
    case "node-groups":
      return undefined;
    case "karpenter":
      installKarpenter(platform, monitors);
      return undefined;
    case "auto":
      return installAutoMode(platform, monitors);
  }
}

function installKarpenter(
  { stack, environment, accountId, shared, nodePlace }: Platform,
  monitors: Ready | false,
): void {
  const { addons, cluster, network } = environment;
  if (cluster.compute.kind !== "karpenter" || !addons.karpenter || !addons.karpenterCrd) {
    return;
  }
  const proxy = proxyOf(environment);
  const inItsPlace = { ...shared, namespace: NAMESPACE };
  const kinds = new KarpenterCrd(stack, "karpenter-crd", { ...inItsPlace, ...addons.karpenterCrd });
  new Karpenter(stack, "karpenter", {
    ...inItsPlace,
    ...addons.karpenter,
    accountId,
    compute: cluster.compute,
    nodeRoleName: poolNodeRoleName(cluster.name, "karpenter"),
    queueName: queueName(cluster.name),
    // With a proxy it asks the list of prices through that.
    isolated: network.nat === "none" && proxy === undefined,
    podsHaveSubnets: hasPodSubnets(network),
    startTaints: hasCilium(cluster) ? [CILIUM_TAINT] : [],
    place: {
      ...nodePlace(),
      instanceProfile: poolNodeRoleName(cluster.name, "karpenter"),
      tags: defaultTags(environment, "cluster-services"),
      podsReachMetadata: cluster.instanceMetadata !== false,
      userData: proxy && {
        al2023: nodeUserDataText({ amiType: "AL2023_ARM_64_STANDARD", proxy }),
        bottlerocket: nodeUserDataText({ amiType: "BOTTLEROCKET_ARM_64", proxy }),
      },
    },
    after: [monitors, kinds],
  });
}

function installAutoMode(
  { stack, environment, shared, nodePlace }: Platform,
  monitors: Ready | false,
): Ready | undefined {
  const { addons, cluster } = environment;
  return cluster.compute.kind === "auto"
    ? new AutoMode(stack, "auto-mode", {
        namespace: shared.namespace,
        compute: cluster.compute,
        nodeRoleName: poolNodeRoleName(cluster.name, "auto"),
        ...nodePlace(),
        podsStartOpen: cluster.podsStartOpen !== false,
        proxy: proxyOf(environment),
        besideDriver: addons.ebsCsiDriver !== false,
        after: [monitors],
      })
    : undefined;
}
