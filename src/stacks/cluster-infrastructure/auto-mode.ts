import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { TerraformStack } from "cdktf";
import type { AutoModeSwitches, EksCluster } from "../../infrastructure/eks-cluster";
import { NodeRole } from "../../infrastructure/node-role";
import { POOL_NODES } from "../../names/cluster-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { nodeRoleProps, type PoolNodes } from "./pool-nodes";

/** Policy of the Kubernetes API for the nodes of Auto Mode. */
const NODE_POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy";

/** Makes the role of the nodes of EKS Auto Mode; `undefined` for a cluster without. */
export const autoNodeRole = (stack: TerraformStack, environment: ClusterEnvironment): NodeRole | undefined =>
  environment.cluster.compute.kind === "auto"
    ? new NodeRole(stack, "auto-node-role", {
        ...nodeRoleProps(environment),
        purpose: POOL_NODES.auto,
        workerPolicy: "AmazonEKSWorkerNodeMinimalPolicy",
        // EKS assigns addresses itself, and lets no shell onto its nodes.
        assignsAddresses: false,
        sessionManager: false,
      })
    : undefined;

/**
 * Admits the nodes of Auto Mode to their cluster. EKS itself admits those of its own pools, and refuses a second entry
 * for their role.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html#auto-node-access-entry
 */
export function admitAutoNodes(
  stack: TerraformStack,
  { cluster: { compute } }: ClusterEnvironment,
  { name: clusterName }: EksCluster,
  role: NodeRole,
): PoolNodes {
  if (compute.kind === "auto" && compute.builtInPools.length === 0) {
    const principalArn = role.arn;
    const entry = new EksAccessEntry(stack, "auto-node-entry", { clusterName, principalArn, type: "EC2" });
    new EksAccessPolicyAssociation(stack, "auto-node-policy", {
      clusterName,
      principalArn,
      policyArn: NODE_POLICY,
      accessScope: { type: "cluster" },
      dependsOn: [entry],
    });
  }
  return { role, ready: [] };
}

/** Switches of Auto Mode for a cluster that has it, or had it; `undefined` for all others. */
export function autoModeSwitches(
  { cluster: { compute } }: ClusterEnvironment,
  role: NodeRole | undefined,
): AutoModeSwitches | undefined {
  if (compute.kind === "auto") {
    return { builtInPools: compute.builtInPools, nodeRoleArn: role?.arn };
  }
  return compute.afterAutoMode ? "off" : undefined;
}
