import type { ITerraformDependable, TerraformStack } from "cdktf";
import { NodeGroup } from "../../infrastructure/node-group";
import { CILIUM_TAINT, type StartTaint, STARTUP_TAINT } from "../../infrastructure/node-user-data";
import { placedNodeGroups } from "../../settings/cluster/placed-node-groups";
import { hasCilium } from "../../settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { type StackName } from "../../settings/state/stack-names";
import { defaultTags } from "../default-tags";
import { proxyOf } from "../proxy";

/** Cluster that node groups belong to, and the stack that makes them. */
export interface NodeGroupsPlace {
  readonly clusterName: string;
  readonly nodeRoleArn: string;

  /** Ids of the subnets of nodes by availability-zone letter. */
  readonly subnetIdsByZone: Readonly<Record<string, string>>;
  readonly stackName: StackName;

  /** Resources that nodes need to become Ready. */
  readonly after: readonly ITerraformDependable[];
}

/** Adds the cluster's node groups, by name. */
export const addNodeGroups = (
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { clusterName, nodeRoleArn, subnetIdsByZone, stackName, after }: NodeGroupsPlace,
): Readonly<Record<string, NodeGroup>> =>
  Object.fromEntries(
    Object.entries(placedNodeGroups(environment)).map(([group, { startupTaint, ...config }]) => [
      group,
      new NodeGroup(stack, `node-group-${group}`, {
        ...config,
        startTaints: startTaints(environment, startupTaint === true),
        releaseVersion: typeof config.releaseVersion === "object" ? undefined : config.releaseVersion,
        clusterName,
        version: environment.cluster.version,
        name: group,
        nodeRoleArn,
        podsReachMetadata: environment.cluster.instanceMetadata !== false,
        subnetIds: config.zones.map((zone) => subnetIdsByZone[zone]!),
        proxy: proxyOf(environment),
        tags: defaultTags(environment, stackName),
        after,
      }),
    ]),
  );

const startTaints = ({ cluster }: ClusterEnvironment, waitsForDriver: boolean): StartTaint[] => [
  ...(waitsForDriver ? [STARTUP_TAINT] : []),
  ...(hasCilium(cluster) ? [CILIUM_TAINT] : []),
];
