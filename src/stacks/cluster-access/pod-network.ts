import { type ITerraformDependable, type TerraformRemoteState, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { Cilium } from "../../addons/cilium/cilium";
import type { Cluster } from "../../constructs/cluster";
import { hasCiliumAlone } from "../../settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { vpcCidrs } from "../../settings/network/network";
import { addNodeGroupAlarms } from "../cluster-infrastructure/alarms";
import { addNodeGroups } from "../cluster-infrastructure/node-groups";
import { readNodePlace, readNodeSubnetsByZone } from "../cluster-outputs";
import { defaultTags } from "../default-tags";

interface Place {
  readonly cluster: Cluster;

  /** Outputs of cluster-infrastructure. */
  readonly infrastructure: TerraformRemoteState;
  readonly accountId: string;

  /** Resources that must exist first: Terraform's access to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

/** Namespace of what nodes need. */
const NAMESPACE = "kube-system";

/**
 * Installs Cilium, and the node groups that become Ready through it. Returns what pods wait for; in a cluster without Cilium
 * that is nothing more.
 */
export function installPodNetwork(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { cluster, infrastructure, accountId, after }: Place,
): readonly ITerraformDependable[] {
  const { addons, network } = environment;
  if (!addons.cilium) {
    return after;
  }
  const alone = hasCiliumAlone(environment.cluster);
  const cilium = new Cilium(stack, "cilium", {
    cluster,
    namespace: NAMESPACE,
    replicas: addons.replicas,
    registries: addons.registries,
    chartVersions: environment.cluster.charts,
    ...addons.cilium,
    podsStartOpen: environment.cluster.podsStartOpen !== false,
    addresses: alone && {
      accountId,
      subnetIds: readNodePlace(infrastructure, environment).podSubnetIds,
      vpcCidrs: vpcCidrs(network.vpc),
      podsReachMetadata: environment.cluster.instanceMetadata !== false,
      tags: defaultTags(environment, "cluster-access"),
    },
    after: [{ ready: after }],
  });
  return alone
    ? nodesBehind(stack, environment, { cluster, infrastructure, after: cilium.ready })
    : cilium.ready;
}

/** Adds the node groups, and the alarms about them, which cluster-infrastructure has in other clusters. */
function nodesBehind(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { cluster, infrastructure, after }: Pick<Place, "cluster" | "infrastructure" | "after">,
): readonly ITerraformDependable[] {
  const nodeGroups = addNodeGroups(stack, environment, {
    clusterName: cluster.name,
    nodeRoleArn: cluster.nodeRoleArn,
    subnetIdsByZone: readNodeSubnetsByZone(infrastructure, environment),
    stackName: "cluster-access",
    after,
  });
  addNodeGroupAlarms(new Construct(stack, "limits"), environment, nodeGroups, {
    clusterName: cluster.name,
    topicArn: cluster.alarmTopicArn,
  });
  return [...after, ...Object.values(nodeGroups).map(({ nodeGroup }) => nodeGroup)];
}
