import type { TerraformStack } from "cdktf";
import { EKS_ADDONS, type EksAddonName } from "../../config/eks-addons";
import type { Environment } from "../../config/environment";
import { podIdentityTrust } from "../../constructs/workload-role";
import type { ClusterNetwork } from "../../infrastructure/cluster-network";
import { EksAddons, type ManagedAddon } from "../../infrastructure/eks-addons";
import { EksCluster } from "../../infrastructure/eks-cluster";
import { FlowMonitor } from "../../infrastructure/flow-monitor";
import { NodeGroup } from "../../infrastructure/node-group";
import { NodeRole } from "../../infrastructure/node-role";
import { ServiceRole } from "../../infrastructure/service-role";

const FLOW_MONITOR_AGENT: EksAddonName = "aws-network-flow-monitoring-agent";

/** The control plane, its nodes and the add-ons that EKS manages, in the order in which nodes become Ready. */
export function addCluster(
  stack: TerraformStack,
  environment: Environment,
  network: ClusterNetwork,
  accountId: string,
) {
  const { region, deletionProtection } = environment;
  const { name, version, authenticationMode, endpointAccess, logRetentionDays } = environment.cluster;

  const cluster = new EksCluster(stack, "eks", {
    name,
    region,
    accountId,
    version,
    subnetIds: network.controlPlaneSubnetIds,
    publicAccess: endpointAccess.public,
    publicAccessCidrs: endpointAccess.publicCidrs,
    authenticationMode,
    logRetentionDays,
    protected: deletionProtection === true,
  });

  const { beforeNodes, withNodes } = managedAddons(stack, environment);
  const first = new EksAddons(stack, "addons-before-nodes", {
    clusterName: cluster.name,
    addons: beforeNodes,
    after: [],
  });

  const nodeRole = new NodeRole(stack, "node-role", { clusterName: name });
  const nodeGroups = Object.entries(environment.cluster.nodeGroups).map(
    ([group, config]) =>
      [
        group,
        new NodeGroup(stack, group, {
          ...config,
          clusterName: cluster.name,
          version,
          name: group,
          nodeRoleArn: nodeRole.arn,
          subnetIds: network.privateSubnetIds,
          after: [...nodeRole.ready, ...first.ready],
        }),
      ] as const,
  );

  new EksAddons(stack, "addons", {
    clusterName: cluster.name,
    addons: withNodes,
    after: nodeGroups.map(([, { nodeGroup }]) => nodeGroup),
  });

  if (FLOW_MONITOR_AGENT in withNodes) {
    new FlowMonitor(stack, "flow-monitor", {
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      region,
      accountId,
    });
  }
  return { cluster, nodeRole, nodeGroups: Object.fromEntries(nodeGroups) };
}

function managedAddons(stack: TerraformStack, { cluster }: Environment) {
  const beforeNodes: Record<string, ManagedAddon> = {};
  const withNodes: Record<string, ManagedAddon> = {};

  for (const name of Object.keys(cluster.addons) as EksAddonName[]) {
    const { version } = cluster.addons[name]!;
    const { configuration, beforeNodes: early } = EKS_ADDONS[name] as (typeof EKS_ADDONS)[EksAddonName];
    (early ? beforeNodes : withNodes)[name] = {
      version,
      configuration,
      podIdentity: name === FLOW_MONITOR_AGENT ? flowMonitorAgent(stack, cluster.name) : undefined,
    };
  }
  return { beforeNodes, withNodes };
}

function flowMonitorAgent(stack: TerraformStack, clusterName: string): ManagedAddon["podIdentity"] {
  const serviceAccount = "aws-network-flow-monitor-agent-service-account";
  const role = new ServiceRole(stack, "flow-monitor-agent", {
    name: `${serviceAccount}-${clusterName}`,
    description: `Assumed by service account ${serviceAccount} in ${clusterName}`,
    trust: podIdentityTrust({ clusterName, namespace: "amazon-network-flow-monitor", serviceAccount }),
    managedPolicies: ["CloudWatchNetworkFlowMonitorAgentPublishPolicy"],
  });
  return { serviceAccount, roleArn: role.arn };
}
