import type { ClusterEnvironmentConfig } from "../environment/environment";
import type { NodeGroupConfig } from "./cluster";

/** A node group as EKS gets it, with the letters of its zones. */
export interface PlacedNodeGroup extends NodeGroupConfig {
  readonly zones: readonly string[];
}

/** Part of a cluster's configuration that says where its nodes are. */
export type PlacedNodes = Pick<ClusterEnvironmentConfig, "cluster"> & {
  readonly network: { readonly subnets: { readonly private: Readonly<Record<string, string>> } };
};

/** Node groups as EKS gets them, by name: a group per zone is as many groups as it has zones. */
export function placedNodeGroups({
  cluster,
  network,
}: PlacedNodes): Readonly<Record<string, PlacedNodeGroup>> {
  const everyZone = Object.keys(network.subnets.private);
  const placed = Object.entries(cluster.nodeGroups).flatMap(([name, group]): [string, PlacedNodeGroup][] => {
    const { zones = everyZone } = group;
    return group.perZone
      ? zones.map((zone) => [`${name}-${zone}`, { ...group, zones: [zone] }])
      : [[name, { ...group, zones }]];
  });
  return Object.fromEntries(placed);
}
