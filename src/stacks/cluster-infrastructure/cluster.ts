import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import { EksAddons } from "../../infrastructure/eks-addons";
import type { EndpointAccess } from "../../settings/cluster/cluster";
import { EksCluster, type PublicAccess } from "../../infrastructure/eks-cluster";
import { FlowMonitor } from "../../infrastructure/flow-monitor";
import { NodeRole } from "../../infrastructure/node-role";
import { hasCiliumAlone } from "../../settings/cluster/pod-network";
import { admitAutoNodes, autoModeSwitches, autoNodeRole } from "./auto-mode";
import { managedAddons } from "./eks-addons";
import { FLOW_MONITOR_AGENT } from "./eks-addon-accounts";
import { addKarpenter } from "./karpenter";
import { addNodeGroups } from "./node-groups";
import { podNetworkOf } from "./pod-network";
import { nodeRoleProps } from "./pool-nodes";

interface ClusterSurroundings {
  readonly network: ClusterSubnets;

  /** Resources through which nodes reach AWS. */
  readonly waysOut: readonly ITerraformDependable[];
  readonly accountId: string;

  /** ARN of the flow monitor's scope that the main cluster made; `undefined` for the main cluster itself. */
  readonly flowMonitorScope: () => string | undefined;
}
/** Public access to the Kubernetes API, as EKS takes it. */
const publicAccessOf = ({ public: callers }: EndpointAccess): PublicAccess =>
  callers === false ? false : "cidrs" in callers ? callers.cidrs : "every-address";

/** Control plane, nodes and the add-ons that EKS manages, in the order in which nodes become Ready. */
export function addCluster(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { network, waysOut, accountId, flowMonitorScope }: ClusterSurroundings,
) {
  const { region, deletionProtection } = environment;
  const { name, version, authenticationMode, endpointAccess, logRetentionDays, support, controlPlaneRole } =
    environment.cluster;

  const autoRole = autoNodeRole(stack, environment);
  const cluster = new EksCluster(stack, "eks", {
    name,
    region,
    accountId,
    version,
    subnetIds: network.controlPlaneSubnetIds,
    publicAccess: publicAccessOf(endpointAccess),
    natAddresses: network.natAddresses,
    authenticationMode,
    logRetentionDays,
    support,
    roleName: controlPlaneRole,
    autoMode: autoModeSwitches(environment, autoRole),
    ipv6: environment.network.ipv6 !== undefined,
    protected: deletionProtection === true,
  });

  const first = new EksAddons(stack, "addons-before-nodes", {
    clusterName: cluster.name,
    addons: managedAddons(stack, environment, "before-nodes", podNetworkOf(environment, cluster, network)),
    after: [],
  });

  const poolNodes = autoRole
    ? admitAutoNodes(stack, environment, cluster, autoRole)
    : addKarpenter(stack, environment, { cluster, network, waysOut, accountId });
  const nodeRole =
    Object.keys(environment.cluster.nodeGroups).length > 0 || poolNodes === undefined
      ? new NodeRole(stack, "node-role", nodeRoleProps(environment))
      : poolNodes.role;
  // No node is Ready before the Cilium that gives pods their addresses: cluster-access makes both.
  const nodeGroups = hasCiliumAlone(environment.cluster)
    ? {}
    : addNodeGroups(stack, environment, {
        clusterName: cluster.name,
        nodeRoleArn: nodeRole.arn,
        subnetIdsByZone: network.privateSubnetIdsByZone,
        stackName: "cluster-infrastructure",
        after: [...nodeRole.ready, ...first.ready, ...waysOut],
      });

  const withNodes = managedAddons(stack, environment, "with-nodes");
  new EksAddons(stack, "addons", {
    clusterName: cluster.name,
    addons: withNodes,
    after: [...Object.values(nodeGroups).map(({ nodeGroup }) => nodeGroup), ...(poolNodes?.ready ?? [])],
  });

  const flowMonitor =
    FLOW_MONITOR_AGENT in withNodes &&
    new FlowMonitor(stack, "flow-monitor", {
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      region,
      accountId,
      scopeArn: flowMonitorScope(),
    });
  return { cluster, nodeRole, nodeGroups, flowMonitor };
}
