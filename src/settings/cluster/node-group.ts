import { mergeSettings } from "../checking/merge-settings";
import type { Opened } from "../checking/opened";
import { ownValue } from "../checking/own-value";
import { type NodeImagesOfRelease, nodeReleaseOf } from "./node-releases";

/** Fewest, initial and most nodes of a group. */
export interface NodeGroupSize {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/** A taint of a group's nodes, which keeps pods away that do not tolerate it. */
export interface NodeTaint {
  readonly key: string;

  /** @default - none */
  readonly value?: string;
  readonly effect: "NoSchedule" | "NoExecute" | "PreferNoSchedule";
}

/** Value in the configuration of a kubelet. */
export type KubeletValue =
  string | number | boolean | readonly KubeletValue[] | { readonly [key: string]: KubeletValue };

/** Start of a node of Amazon Linux 2023. */
export interface AmazonLinuxUserData {
  /**
   * Lines of a shell script that runs as root before the node joins.
   *
   * @default - none
   */
  readonly commands?: readonly string[];

  /**
   * Fields of the kubelet's configuration, such as `{ maxPods: 110 }`.
   *
   * @default - those of the AMI
   * @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
   */
  readonly kubelet?: { readonly [key: string]: KubeletValue };
}

/** Start of a node of Bottlerocket, which has no shell. */
export interface BottlerocketUserData {
  /**
   * Settings in TOML, such as `[settings.kernel.sysctl]` and what follows it.
   *
   * @see https://bottlerocket.dev/en/os/latest/#/api/settings/
   */
  readonly toml: string;
}

export type NodeUserData = AmazonLinuxUserData | BottlerocketUserData;

/**
 * Performance of the disk for images, logs and the volumes of pods.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
 */
export type DiskPerformance =
  | {
      readonly type: "gp3";

      /** Operations a second, from 3,000 to 16,000, and 500 for each GiB at most. @default 3000 */
      readonly iops?: number;

      /** MiB a second, from 125 to 1,000, and a quarter of `iops` at most. @default 125 */
      readonly throughputMib?: number;
    }
  | {
      readonly type: "io2";

      /** Operations a second, from 100 to 256,000, and 1,000 for each GiB at most. */
      readonly iops: number;
    };

/** Nodes that EKS replaces at once, as a number or as a part of the group in per cent. */
export type NodesAtOnce = { readonly nodes: number } | { readonly percent: number };

/** Place of a group's nodes among AWS's machines: near each other, each on hardware of its own, or in such groups. */
export type Placement = "cluster" | "spread" | "partition";

export interface NodeGroupConfig {
  /** EKS AMI type, such as `AL2023_ARM_64_STANDARD`. It cannot change in place: make another group. */
  readonly amiType: string;

  /** Instance types in order of preference; later ones matter for Spot only. */
  readonly instanceTypes: readonly string[];
  readonly capacityType: "ON_DEMAND" | "SPOT";
  readonly size: NodeGroupSize;

  /** Size of each node's disk. Another size replaces every node of the group, one at a time. */
  readonly diskGib: number;

  /**
   * ARN of the KMS key that encrypts the disks. Its policy must let the service-linked role of Auto Scaling,
   * `AWSServiceRoleForAutoScaling`, use it and grant its use, or no node starts. Another key replaces every node.
   *
   * @default - AWS's own key for EBS
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
   */
  readonly diskKmsKeyArn?: string;

  /**
   * Type and performance of the disk. Other ones replace every node.
   *
   * @default - gp3 with 3,000 operations and 125 MiB a second
   */
  readonly diskPerformance?: DiskPerformance;

  /**
   * Placement group of the nodes. Another one replaces every node.
   *
   * @default - none: AWS places each node
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html
   */
  readonly placement?: Placement;

  /**
   * Nodes that EKS replaces at once when the group gets another release or template.
   *
   * @default - one
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  readonly replaces?: NodesAtOnce;

  /**
   * Has EKS replace or restart nodes that stay unhealthy.
   *
   * @default false
   * @see https://docs.aws.amazon.com/eks/latest/userguide/node-health.html
   */
  readonly repair?: boolean;

  /**
   * Settings that a node starts with, beside those with which it joins. Other ones replace every node, one at a time.
   *
   * @default - none
   */
  readonly userData?: NodeUserData;

  /**
   * Labels by which pods choose these nodes.
   *
   * @default - none but those of EKS
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Taints. EKS sets them on the nodes that run as well: `NoExecute` evicts every pod that does not tolerate it.
   *
   * @default - none
   */
  readonly taints?: readonly NodeTaint[];

  /**
   * Letters of the zones that the nodes are in.
   *
   * @default - every zone of the private subnets
   */
  readonly zones?: readonly string[];

  /**
   * Makes a group for each zone, each of the group's size. The autoscaler then adds a node in the zone of a pod's volume;
   * in a group over several zones AWS chooses the zone.
   *
   * @default false
   * @see https://docs.aws.amazon.com/eks/latest/best-practices/cluster-autoscaling.html
   */
  readonly perZone?: boolean;

  /**
   * Keeps pods off a new node until the EBS driver runs on it: before, the scheduler counts no limit of volumes.
   *
   * @default false
   */
  readonly startupTaint?: boolean;

  /**
   * Release of the AMI, such as `1.36.2-20260714`. Another one replaces every node of the group, one at a time. With
   * a reason in its place, the group has the newest of the day that makes it, and keeps it.
   *
   * @default - that of the cluster's release, else the one on record for its minor; none for Bottlerocket, whose release is written here
   */
  readonly releaseVersion?: string | Opened;
}

const ARM: NodeGroupConfig = {
  amiType: "AL2023_ARM_64_STANDARD",
  instanceTypes: ["m8g.4xlarge"],
  capacityType: "ON_DEMAND",
  size: { min: 3, desired: 6, max: 12 },
  diskGib: 60,
};

/**
 * Presets of node groups: two with ARM, so that nodes are replaced blue/green, and one for images without an
 * ARM build.
 */
const NODE_GROUP_PRESETS: Readonly<Record<string, NodeGroupConfig>> = {
  "arm-blue": ARM,
  "arm-green": ARM,
  x86: {
    ...ARM,
    amiType: "AL2023_x86_64_STANDARD",
    instanceTypes: ["r7i.large", "r7a.large", "m7i-flex.xlarge", "m6a.xlarge", "m6i.xlarge"],
    size: { min: 0, desired: 3, max: 6 },
  },
};

/** A node group with its preset, and the release of its image, for settings that it leaves out. */
export function nodeGroup(
  name: string,
  settings: Partial<NodeGroupConfig>,
  version: string,
  release?: NodeImagesOfRelease,
): NodeGroupConfig {
  const preset = ownValue(NODE_GROUP_PRESETS, name) ?? ARM;
  const group = mergeSettings(preset, settings);
  return { ...group, releaseVersion: group.releaseVersion ?? nodeReleaseOf(group.amiType, version, release) };
}
