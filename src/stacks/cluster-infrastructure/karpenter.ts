import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { type FargatePods, FargateProfile } from "../../infrastructure/fargate-profile";
import { InterruptionQueue } from "../../infrastructure/interruption-queue";
import { NodeRole } from "../../infrastructure/node-role";
import { KARPENTER } from "../../addons/karpenter/network";
import { POOL_NODES, poolNodeRoleName } from "../../names/cluster-names";
import type { EksAddonName } from "../../settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { nodeRoleProps, type PoolNodes } from "./pool-nodes";

interface KarpenterSurroundings {
  readonly cluster: EksCluster;
  readonly network: ClusterSubnets;
  readonly waysOut: readonly ITerraformDependable[];
  readonly accountId: string;
}

/**
 * Adds what Karpenter needs of AWS: the role of its nodes, which an access entry admits, the queue with notices about
 * instances, and a place for its controller. `undefined` for a cluster without Karpenter.
 */
export function addKarpenter(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  surroundings: KarpenterSurroundings,
): PoolNodes | undefined {
  const { compute, name: clusterName } = environment.cluster;
  if (compute.kind !== "karpenter") {
    return undefined;
  }
  const role = new NodeRole(stack, "karpenter-node-role", {
    ...nodeRoleProps(environment),
    purpose: POOL_NODES.karpenter,
  });
  // Karpenter would make one itself, with rights over every instance profile.
  new IamInstanceProfile(stack, "karpenter-instance-profile", {
    name: poolNodeRoleName(clusterName, "karpenter"),
    role: role.name,
  });
  new EksAccessEntry(stack, "karpenter-node-entry", {
    clusterName: surroundings.cluster.name,
    principalArn: role.arn,
    type: "EC2_LINUX",
  });
  new InterruptionQueue(stack, "interruptions", { clusterName });

  return {
    role,
    ready: compute.controller === "fargate" ? fargate(stack, environment, surroundings).ready : [],
  };
}

const fargate = (
  stack: TerraformStack,
  { cluster: { name, eksAddons }, region }: ClusterEnvironment,
  { cluster, network, waysOut, accountId }: KarpenterSurroundings,
): FargateProfile =>
  new FargateProfile(stack, "fargate", {
    clusterName: cluster.name,
    region,
    accountId,
    name: `${name}-controllers`,
    subnetIds: network.privateSubnetIds,
    pods: [
      {
        namespace: "kube-system",
        labels: { "app.kubernetes.io/name": KARPENTER.labels["app.kubernetes.io/name"]! },
      },
      ...Object.entries(PODS_OF_EKS_ADDONS)
        .filter(([addon]) => addon in eksAddons)
        .map(([, pods]) => pods),
    ],
    after: waysOut,
  });

/** Pods of EKS's add-ons that must run before the first node: EKS waits for its Deployments. */
const PODS_OF_EKS_ADDONS: Readonly<Partial<Record<EksAddonName, FargatePods>>> = {
  coredns: { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
  "metrics-server": { namespace: "kube-system", labels: { "app.kubernetes.io/name": "metrics-server" } },
  "kube-state-metrics": { namespace: "kube-state-metrics" },
};
