import type { ITerraformDependable } from "cdktf";
import type { NodeRole, NodeRoleProps } from "../../infrastructure/node-role";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { nearestRegistry } from "../../settings/organisation/container-registry";
import { nodesAssignAddresses } from "./eks-addon-accounts";

/** Nodes that a controller makes in pools, instead of EKS in node groups. */
export interface PoolNodes {
  readonly role: NodeRole;

  /** Places that exist once pods can run, as far as they need no node. */
  readonly ready: readonly ITerraformDependable[];
}

/** Permissions of the nodes of a cluster, which those in groups and those in pools share. */
export function nodeRoleProps(environment: ClusterEnvironment): NodeRoleProps {
  const { cluster } = environment;
  const registry = nearestRegistry(environment);
  return {
    clusterName: cluster.name,
    assignsAddresses: nodesAssignAddresses(cluster),
    sessionManager: cluster.sessionManager !== false,
    cachedRepositories: registry ? registry.cachedRepositories : [],
  };
}
