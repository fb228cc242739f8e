import type { Construct } from "constructs";
import { serviceTrust } from "../constructs/iam-policy";
import { ServiceRole } from "./service-role";
import { serviceRoleName } from "../names/cluster-names";

const PULL_IMAGES = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  // Fills the pull-through cache at the first pull of an upstream image.
  "ecr:BatchImportUpstreamImage",
  "ecr:DescribeImageScanFindings",
  "ecr:DescribeImages",
  "ecr:DescribeRepositories",
  "ecr:GetDownloadUrlForLayer",
  "ecr:GetLifecyclePolicy",
  "ecr:GetLifecyclePolicyPreview",
  "ecr:GetRepositoryPolicy",
  "ecr:ListImages",
  "ecr:ListTagsForResource",
];

export interface NodeRoleProps {
  readonly clusterName: string;

  /** ARNs of the repositories that a first pull may make, if the registry keeps copies of others. */
  readonly cachedRepositories: readonly string[];
}

/**
 * A role with which nodes join the cluster, give pods addresses, pull images and take sessions of Session
 * Manager.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export class NodeRole extends ServiceRole {
  constructor(scope: Construct, id: string, { clusterName, cachedRepositories }: NodeRoleProps) {
    super(scope, id, {
      name: serviceRoleName(clusterName, "node-group"),
      description: `Nodes of cluster ${clusterName}`,
      trust: serviceTrust("ec2.amazonaws.com"),
      managedPolicies: ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonSSMManagedInstanceCore"],
      permissions: [
        {
          actions: PULL_IMAGES,
          anyResourceBecause: "images come from the repositories of several accounts, whose policies decide",
        },
        ...(cachedRepositories.length > 0
          ? [{ actions: ["ecr:CreateRepository"], resources: cachedRepositories }]
          : []),
        { actions: ["ecr:GetAuthorizationToken"], anyResourceBecause: "the token is for the whole registry" },
      ],
    });
  }
}
