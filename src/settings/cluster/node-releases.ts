import { ownValue } from "../checking/own-value";

/**
 * Release of EKS's Amazon Linux 2023 images for each Kubernetes minor, the same for all of its AMI types. Without
 * one, EKS takes the newest on the day it makes a group and keeps it: nodes are then never patched between minors.
 * Renovate raises these; the next apply replaces the nodes, one at a time.
 *
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md
 */
export const NODE_RELEASES: Readonly<Record<string, string>> = {
  "1.31": "1.31.14-20260714",
  "1.32": "1.32.13-20260714",
  "1.33": "1.33.13-20260714",
  "1.34": "1.34.9-20260714",
  "1.35": "1.35.6-20260714",
  "1.36": "1.36.2-20260714",
};

/** Family of node images; its releases are written and found in its own way. */
export interface NodeImages {
  readonly release: RegExp;
  /** Words with an example, for messages. */
  readonly form: string;

  /** True if the release begins with the Kubernetes version of its nodes. */
  readonly namesKubernetes: boolean;

  /** Place where AWS publishes the newest release. */
  readonly newest: string;
}

const AMAZON_LINUX: NodeImages = {
  release: /^1\.\d+\.\d+-20\d{6}$/,
  form: "<Kubernetes version>-<date>, such as 1.36.2-20260714",
  namesKubernetes: true,
  newest: "https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md",
};

/** Its releases begin with a version of their own, and are for every Kubernetes minor. */
const BOTTLEROCKET: NodeImages = {
  release: /^1\.\d+\.\d+-[0-9a-f]{8}$/,
  form: "<version>-<commit>, such as 1.47.0-6154605b",
  namesKubernetes: false,
  newest:
    "https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html (image_version)",
};

/**
 * Newest version of Bottlerocket on record: of those that AWS publishes for EKS, under
 * `/aws/service/bottlerocket/aws-k8s-<minor>/<architecture>/<version>/image_version`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html
 */
const BOTTLEROCKET_RELEASE = "1.47.0";

/** Newest release on record of an AMI type for a Kubernetes minor, without a commit. */
export const newestReleaseOf = (amiType: string, minor: string): string | undefined =>
  nodeImagesOf(amiType).namesKubernetes ? ownValue(NODE_RELEASES, minor) : BOTTLEROCKET_RELEASE;

/** Family of an AMI type. */
export const nodeImagesOf = (amiType: string): NodeImages =>
  amiType.startsWith("BOTTLEROCKET_") ? BOTTLEROCKET : AMAZON_LINUX;

/** Images of nodes that a release of the platform has, and the Kubernetes minor that they are for. */
export interface NodeImagesOfRelease {
  readonly kubernetes: string;
  readonly nodes: string;
}

/**
 * Image release for an AMI type and a Kubernetes minor: the one that the release of the platform has, else the one on
 * record. An environment writes Bottlerocket's itself.
 */
export function nodeReleaseOf(
  amiType: string,
  minor: string,
  release?: NodeImagesOfRelease,
): string | undefined {
  if (!nodeImagesOf(amiType).namesKubernetes) {
    return undefined;
  }
  return release?.kubernetes === minor ? release.nodes : ownValue(NODE_RELEASES, minor);
}
