import type { EksAddonConfig, EksAddonName } from "./eks-addons";
import { mergeSettings } from "../checking/merge-settings";

/** Fewest, initial and most nodes of a group. */
export interface NodeGroupSize {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

export interface NodeGroupConfig {
  /** EKS AMI type, such as `AL2023_ARM_64_STANDARD`. Cannot change in place: make another group. */
  readonly amiType: string;

  /** In order of preference; later ones matter for Spot only. */
  readonly instanceTypes: readonly string[];
  readonly capacityType: "ON_DEMAND" | "SPOT";
  readonly size: NodeGroupSize;
  readonly diskGib: number;
}

/** How EKS decides who a caller is: access entries, the `aws-auth` ConfigMap, or both. */
export type AuthenticationMode = "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";

/** How an IAM role reaches a pod. */
export type Identity = "irsa" | "pod-identity";

export interface EndpointAccess {
  /** Whether the Kubernetes API answers outside the VPC. */
  readonly public: boolean;

  /** Who may reach the public endpoint; empty means everybody. */
  readonly publicCidrs: readonly string[];
}

/** Names of the IAM roles that Terraform runs as, with their path where they have one. */
export interface TerraformRoles {
  /** Reads everything in the cluster. */
  readonly plan: string;

  /**
   * Administers the cluster.
   *
   * @default - the role that makes the cluster, which EKS lets in by itself
   */
  readonly apply?: string;
}

export interface ClusterConfig {
  readonly name: string;

  /** Kubernetes minor version, such as `1.36`. */
  readonly version: string;
  readonly identity: Identity;
  readonly authenticationMode: AuthenticationMode;
  readonly endpointAccess: EndpointAccess;

  /**
   * Roles to let in, where they are not the one that makes the cluster: EKS lets that one in by itself and refuses
   * to do so twice. Where `aws-auth` decides (`CONFIG_MAP`), the cluster's maker applies cluster-access first.
   *
   * @default - where HCP Terraform applies, the role that it plans with
   */
  readonly terraformRoles?: TerraformRoles;

  /** Days that CloudWatch keeps the control plane's logs. */
  readonly logRetentionDays: number;
  readonly nodeGroups: Readonly<Record<string, NodeGroupConfig>>;

  /** EKS managed add-ons that are on. */
  readonly eksAddons: Readonly<Partial<Record<EksAddonName, EksAddonConfig>>>;
}

export interface ClusterSettings extends Partial<
  Omit<ClusterConfig, "nodeGroups" | "eksAddons" | "endpointAccess">
> {
  readonly endpointAccess?: Partial<EndpointAccess>;

  /**
   * Node groups that are on, by name. What a group leaves out comes from the preset of its name
   * (`arm-blue`, `arm-green`, `x86`), else from `arm-green`.
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

/** Two ARM groups so that nodes are replaced blue/green, and one for images without an ARM build. */
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

/** A node group with what its preset says where its settings say nothing. */
export const nodeGroup = (name: string, settings: Partial<NodeGroupConfig>): NodeGroupConfig =>
  mergeSettings(Object.hasOwn(NODE_GROUP_PRESETS, name) ? NODE_GROUP_PRESETS[name]! : ARM, settings);
