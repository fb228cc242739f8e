import type { AccessFile } from "../access/access-file";
import type { AddonsSettings } from "../addons";
import type { Callers } from "../checking/callers";
import type { DatabaseConfig } from "../databases/database";
import type { ApplicationNamespacesSettings } from "../namespaces/application-namespaces";
import type { Nat, SubnetTiers, VpcEndpoints } from "../network/network";
import type { EksAddonConfig, EksAddonName } from "./eks-addons";
import { mergeSettings } from "../checking/merge-settings";
import type { Opened } from "../checking/opened";
import { nodeReleaseOf } from "./node-releases";
import { ownValue } from "../checking/own-value";

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
   * @default - the one on record for the cluster's minor; none for Bottlerocket, whose release is written here
   */
  readonly releaseVersion?: string | Opened;
}

/** Source of EKS's decision about a caller: access entries, the `aws-auth` ConfigMap, or both. */
export type AuthenticationMode = "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";

/** Mechanism that gives pods their IAM role. */
export type Identity = "irsa" | "pod-identity";

export interface EndpointAccess {
  /** Callers of the public endpoint; `false` makes the Kubernetes API answer inside the VPC alone. */
  readonly public: Callers | false;
}

/** Names of the IAM roles that Terraform runs as, with their path if they have one. */
export interface TerraformRoles {
  /** Role that reads everything in the cluster. */
  readonly plan: string;

  /**
   * Role that administers the cluster.
   *
   * @default - the role that makes the cluster, which EKS itself admits
   */
  readonly apply?: string;
}

/** EKS's part of a cluster: control plane, nodes and managed add-ons. */
export interface ClusterConfig {
  readonly name: string;

  /** Main cluster of its environment: its stacks are called `<stack>-<environment>`, without the cluster's name. */
  readonly main: boolean;

  /** Kubernetes minor version, such as `1.36`. */
  readonly version: string;
  readonly identity: Identity;
  readonly authenticationMode: AuthenticationMode;
  readonly endpointAccess: EndpointAccess;

  /** Visitors of the pages that administer the cluster; `undefined` where it has none. */
  readonly administratorPages: Callers | undefined;

  /**
   * Roles to admit, if they are not the one that makes the cluster: EKS itself admits that one and refuses a
   * second entry for it. With `aws-auth` alone (`CONFIG_MAP`), the cluster's maker applies cluster-access
   * first.
   *
   * @default - the role that HCP Terraform plans with, if it applies
   */
  readonly terraformRoles?: TerraformRoles;

  /** Shell on nodes through Session Manager; `false` for none. */
  readonly sessionManager: Opened | false;

  /**
   * Metadata of its node for every pod, and with it the credentials of the node's role; `false` for none. Add-ons of the
   * platform are told their region and VPC and need it not.
   */
  readonly instanceMetadata: Opened | false;

  /**
   * Every connection for a new pod until the policies about it reach its node; `false` for none until then. A pod that no
   * policy selects then has none at all.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html
   */
  readonly podsStartOpen: Opened | false;

  /**
   * Support of the control plane once standard support of its minor has ended: `STANDARD` has EKS upgrade the cluster on
   * a day of its own choosing, `EXTENDED` keeps the minor for a year more and costs six times as much per hour.
   *
   * @default "EXTENDED"
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  readonly support: "STANDARD" | "EXTENDED";

  /** Days that CloudWatch keeps the logs of the control plane and of databases. */
  readonly logRetentionDays: number;
  readonly nodeGroups: Readonly<Record<string, NodeGroupConfig>>;

  /** EKS managed add-ons that are on. */
  readonly eksAddons: Readonly<Partial<Record<EksAddonName, EksAddonConfig>>>;
}

/** One cluster, by its name in `clusters` of an environment file. */
export interface ClusterSettings extends Partial<
  Omit<ClusterConfig, "name" | "nodeGroups" | "eksAddons" | "endpointAccess" | "administratorPages">
> {
  /**
   * Subnets, which no other cluster of the VPC shares.
   *
   * @default - the standard layout for the main cluster, whose VPC must be a /16; none for any other
   */
  readonly subnets?: Partial<SubnetTiers>;

  /**
   * @default - all but Bedrock for the main cluster; the gateway to S3 for any other, since the rest is
   * shared
   */
  readonly endpoints?: Partial<VpcEndpoints>;

  /**
   * NAT gateways through which nodes and pods reach the internet.
   *
   * @default "per-zone"
   */
  readonly nat?: Nat;

  /**
   * Label of the cluster's zone under the environment's public zone.
   *
   * @default - "eks" for the main cluster, any other's name
   */
  readonly subdomain?: string;

  /**
   * Includes the publishing domain, which must then be delegated, in the cluster's certificate.
   *
   * @default - true for the main cluster, false for any other
   */
  readonly publishingCertificate?: boolean;

  /**
   * Database for Grafana's dashboards and users; `false` for none.
   *
   * @default - production's database
   */
  readonly grafanaDatabase?: Partial<DatabaseConfig> | false;

  /**
   * Database for workflows of Argo Workflows that the cluster no longer keeps; `false` for none.
   *
   * @default - production's database
   */
  readonly workflowsDatabase?: Partial<DatabaseConfig> | false;

  /**
   * Add-ons that make the cluster a platform.
   *
   * @default - every add-on, in three replicas
   */
  readonly addons?: AddonsSettings;

  /**
   * Bounds of the applications of each namespace.
   *
   * @default - production's quotas
   */
  readonly namespaces?: ApplicationNamespacesSettings;

  /** Members of each access level, read from a file in `src/platform/access`. */
  readonly access: AccessFile;

  /** @default - the organisation's callers */
  readonly endpointAccess?: Partial<EndpointAccess>;

  /** @default - the organisation's callers */
  readonly administratorPages?: Callers;

  /**
   * Node groups that are on, by name. Missing settings come from the preset of the name (`arm-blue`,
   * `arm-green`, `x86`), else from `arm-green`.
   *
   * @default - arm-green at production's size
   */
  readonly nodeGroups?: Readonly<Record<string, Partial<NodeGroupConfig>>>;

  /** EKS managed add-ons that differ from the default: another version, or `false` for off. */
  readonly eksAddons?: Readonly<Partial<Record<EksAddonName, Partial<EksAddonConfig> | false>>>;
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
): NodeGroupConfig {
  const preset = ownValue(NODE_GROUP_PRESETS, name) ?? ARM;
  const group = mergeSettings(preset, settings);
  return { ...group, releaseVersion: group.releaseVersion ?? nodeReleaseOf(group.amiType, version) };
}
