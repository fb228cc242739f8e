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

  /**
   * Purpose in the role's name.
   *
   * @default "node-group"
   */
  readonly purpose?: string;

  /**
   * AWS's policy for the nodes' own calls.
   *
   * @default "AmazonEKSWorkerNodePolicy"
   */
  readonly workerPolicy?: string;

  /** Lets nodes give pods addresses, where the CNI has no role of its own. */
  readonly assignsAddresses: boolean;

  /** Lets engineers open a shell on nodes through Session Manager. */
  readonly sessionManager: boolean;

  /** ARNs of the repositories that a first pull may make, where the registry keeps copies of others. */
  readonly cachedRepositories: readonly string[];
}

/**
 * Role of nodes: they join the cluster and pull images. Code that breaks out of a pod has it too.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export class NodeRole extends ServiceRole {
  constructor(scope: Construct, id: string, props: NodeRoleProps) {
    const { clusterName, purpose = "node-group", workerPolicy = "AmazonEKSWorkerNodePolicy" } = props;
    const { cachedRepositories, assignsAddresses, sessionManager } = props;
    super(scope, id, {
      name: serviceRoleName(clusterName, purpose),
      description: `Nodes of cluster ${clusterName}`,
      trust: serviceTrust("ec2.amazonaws.com"),
      managedPolicies: [
        workerPolicy,
        ...(assignsAddresses ? ["AmazonEKS_CNI_Policy"] : []),
        ...(sessionManager ? ["AmazonSSMManagedInstanceCore"] : []),
      ],
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
