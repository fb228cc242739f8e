import type { ClusterConfig } from "./cluster";
import type { NodeGroupConfig } from "./node-group";

/** A node group as EKS gets it, with the letters of its zones. */
export interface PlacedNodeGroup extends NodeGroupConfig {
  readonly zones: readonly string[];
}

/** Node groups, and the subnets that they are placed in. */
export interface OfPlacedNodes {
  readonly cluster: Pick<ClusterConfig, "nodeGroups">;
  readonly network: { readonly subnets: { readonly private: Readonly<Record<string, string>> } };
}

/** Node groups as EKS gets them, by name: a group per zone is as many groups as it has zones. */
export function placedNodeGroups({
  cluster,
  network,
}: OfPlacedNodes): Readonly<Record<string, PlacedNodeGroup>> {
  const everyZone = Object.keys(network.subnets.private);
  const placed = Object.entries(cluster.nodeGroups).flatMap(([name, group]): [string, PlacedNodeGroup][] => {
    const { zones = everyZone } = group;
    return group.perZone
      ? zones.map((zone) => [`${name}-${zone}`, { ...group, zones: [zone] }])
      : [[name, { ...group, zones }]];
  });
  return Object.fromEntries(placed);
}
