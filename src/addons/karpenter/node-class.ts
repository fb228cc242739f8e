import type { NodeClass } from "../../settings/cluster/compute/compute";
import type { Manifest } from "../../constructs/manifests";
import type { HelmValue, HelmValues } from "../../constructs/helm-values";

/** Surroundings of the nodes of a class. */
export interface NodePlace {
  readonly instanceProfile: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly tags: Readonly<Record<string, string>>;

  /** Lets pods read the metadata of their node. */
  readonly podsReachMetadata: boolean;

  /**
   * User data of nodes by the family of their image.
   *
   * @default - Karpenter's own
   */
  readonly userData?: Readonly<Record<"al2023" | "bottlerocket", string | undefined>> | undefined;
}

/** Size of a Bottlerocket system volume. */
const BOTTLEROCKET_SYSTEM_GIB = 4;

/**
 * A class as the API server takes it. Subnets and the security group go by their ids: tags could be another cluster's.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/
 */
export const nodeClass = (name: string, { image, diskGib }: NodeClass, place: NodePlace): Manifest => ({
  apiVersion: "karpenter.k8s.aws/v1",
  kind: "EC2NodeClass",
  metadata: { name },
  spec: {
    amiSelectorTerms: [{ alias: image }],
    instanceProfile: place.instanceProfile,
    subnetSelectorTerms: place.subnetIds.map((id) => ({ id })),
    securityGroupSelectorTerms: [{ id: place.securityGroupId }],
    blockDeviceMappings: image.startsWith("bottlerocket@")
      ? [disk("/dev/xvda", BOTTLEROCKET_SYSTEM_GIB), disk("/dev/xvdb", diskGib)]
      : [disk("/dev/xvda", diskGib)],
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      // A pod is one hop behind its node.
      httpPutResponseHopLimit: place.podsReachMetadata ? 2 : 1,
    },
    ...userDataOf(image, place),
    detailedMonitoring: true,
    tags: { ...place.tags },
  },
});

/** Karpenter merges its own into it. */
const userDataOf = (image: string, { userData }: NodePlace): HelmValues => {
  const own = userData?.[image.startsWith("bottlerocket@") ? "bottlerocket" : "al2023"];
  return own === undefined ? {} : { userData: own };
};

const disk = (deviceName: string, gib: number): HelmValue => ({
  deviceName,
  ebs: { volumeSize: `${gib}Gi`, volumeType: "gp3", encrypted: true, deleteOnTermination: true },
});
