import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { type DiskPerformance, nodeDisks } from "./node-disks";
import { nodeUserData, type NodeStart } from "./node-user-data";
import { nodeGroupPrefix } from "../names/cluster-names";

export interface NodeGroupProps {
  readonly clusterName: string;

  /** Kubernetes minor version of the nodes. */
  readonly version: string;

  /** Short name, such as `arm-green`. */
  readonly name: string;
  readonly nodeRoleArn: string;
  readonly subnetIds: readonly string[];
  readonly amiType: string;

  /**
   * Release of the AMI, such as `1.36.2-20260714`.
   *
   * @default - the newest on the day that makes the group
   */
  readonly releaseVersion?: string;

  /** Instance types in order of preference. */
  readonly instanceTypes: readonly string[];
  readonly capacityType: "ON_DEMAND" | "SPOT";
  readonly size: { readonly min: number; readonly desired: number; readonly max: number };

  /** Size of the disk for images, logs and the volumes of pods. */
  readonly diskGib: number;

  /** @default - AWS's own key for EBS */
  readonly diskKmsKeyArn?: string;

  /** @default - gp3 as it begins */
  readonly diskPerformance?: DiskPerformance;

  /**
   * Strategy of a placement group of the nodes' own.
   *
   * @default - no placement group
   */
  readonly placement?: "cluster" | "spread" | "partition";

  /** @default - one node */
  readonly replaces?: { readonly nodes: number } | { readonly percent: number };

  /** @default false */
  readonly repair?: boolean;

  /** @default - none */
  readonly userData?: NodeStart["userData"];

  /** @default - none */
  readonly proxy?: NodeStart["proxy"];

  /** @default - none but those of EKS */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default - none */
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];

  /**
   * Taints by which programs keep pods off a new node until they run on it.
   *
   * @default - none
   */
  readonly startTaints?: NodeStart["startTaints"];

  /** Lets pods reach the metadata of their node, and so the credentials of its role. */
  readonly podsReachMetadata: boolean;

  /** Tags of nodes, their disks and network interfaces: the provider's own never reach what EC2 makes from a template. */
  readonly tags: Readonly<Record<string, string>>;

  /** Resources that nodes need to become Ready. */
  readonly after: readonly ITerraformDependable[];
}

/** Time for a group of 24 nodes, which are replaced one at a time, ten minutes each. Terraform waits an hour by itself. */
const TIMEOUTS = { update: "4h", delete: "2h" };

/** Most parts of a placement group in each zone. */
const MOST_PARTITIONS = 7;

/** Nodes that EKS replaces at once, as it takes them. */
const replacedAtOnce = (replaces: NonNullable<NodeGroupProps["replaces"]> = { nodes: 1 }) =>
  "nodes" in replaces ? { maxUnavailable: replaces.nodes } : { maxUnavailablePercentage: replaces.percent };

/** Effects of taints as EKS spells them, by Kubernetes' spelling. */
const EKS_EFFECTS: Readonly<Record<string, string>> = {
  NoSchedule: "NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
};

/**
 * Worker nodes that EKS replaces one at a time and that the cluster autoscaler counts.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
 */
export class NodeGroup extends Construct {
  readonly autoscalingGroupName: string;
  readonly nodeGroup: EksNodeGroup;

  constructor(scope: Construct, id: string, props: NodeGroupProps) {
    super(scope, id);
    const { clusterName, name, size } = props;
    const template = this.launchTemplate(props);

    this.nodeGroup = new EksNodeGroup(this, "nodes", {
      clusterName,
      version: props.version,
      // A prefix lets a replacement join before the old group leaves.
      nodeGroupNamePrefix: nodeGroupPrefix(clusterName, name),
      nodeRoleArn: props.nodeRoleArn,
      subnetIds: [...props.subnetIds],
      amiType: props.amiType,
      releaseVersion: props.releaseVersion,
      instanceTypes: [...props.instanceTypes],
      capacityType: props.capacityType,
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      scalingConfig: { minSize: size.min, desiredSize: size.desired, maxSize: size.max },
      labels: props.labels && { ...props.labels },
      taint: props.taints?.map(({ effect, ...taint }) => ({
        ...taint,
        effect: EKS_EFFECTS[effect] ?? effect,
      })),
      updateConfig: replacedAtOnce(props.replaces),
      ...(props.repair && { nodeRepairConfig: { enabled: true } }),
      tags: {
        "k8s.io/cluster-autoscaler/enabled": "true",
        [`k8s.io/cluster-autoscaler/${clusterName}`]: "owned",
      },
      timeouts: TIMEOUTS,
      lifecycle: {
        createBeforeDestroy: true,
        // The autoscaler decides from the first day on.
        ignoreChanges: ["scaling_config[0].desired_size"],
      },
      dependsOn: [...props.after],
    });

    this.autoscalingGroupName = this.nodeGroup.resources.get(0).autoscalingGroups.get(0).name;
  }

  private placementGroup(
    clusterName: string,
    name: string,
    strategy: NonNullable<NodeGroupProps["placement"]>,
  ): string {
    return new PlacementGroup(this, "placement", {
      name: `${nodeGroupPrefix(clusterName, name)}${strategy}`,
      strategy,
      ...(strategy === "partition" && { partitionCount: MOST_PARTITIONS }),
    }).name;
  }

  private launchTemplate({
    clusterName,
    name,
    amiType,
    diskGib,
    podsReachMetadata,
    ...props
  }: NodeGroupProps): LaunchTemplate {
    const tags = { ...props.tags, Name: `${clusterName}-${name}` };

    return new LaunchTemplate(this, "launch-template", {
      namePrefix: nodeGroupPrefix(clusterName, name),
      updateDefaultVersion: true,
      blockDeviceMappings: nodeDisks(amiType, diskGib, props.diskKmsKeyArn, props.diskPerformance),
      ...(props.placement && {
        placement: { groupName: this.placementGroup(clusterName, name, props.placement) },
      }),
      userData: nodeUserData({
        amiType,
        startTaints: props.startTaints,
        proxy: props.proxy,
        userData: props.userData,
      }),
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        // A pod is one hop behind its node.
        httpPutResponseHopLimit: podsReachMetadata ? 2 : 1,
      },
      monitoring: { enabled: true },
      tagSpecifications: [
        { resourceType: "instance", tags },
        { resourceType: "volume", tags },
        { resourceType: "network-interface", tags },
      ],
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
