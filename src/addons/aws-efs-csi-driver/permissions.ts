import type { Permission } from "../../constructs/iam-policy";

/** File system of a cluster, and the cluster whose volumes are in it. */
export interface FileSystemPlace {
  readonly clusterName: string;
  readonly fileSystemArn: string;

  /** Pattern of the ARNs of access points in the account. */
  readonly accessPointArns: string;

  /** True for a driver that gives the cluster's tag to its access points, as its chart has it do. EKS's add-on cannot be told to. */
  readonly tagsItsPoints: boolean;
}

/** Tag that the driver gives every access point of its own, and refuses to change any without. */
const OF_A_DRIVER = "efs.csi.aws.com/cluster";

/** Tag by which an access point is one of the cluster's. */
export const clusterTag = (clusterName: string): Readonly<Record<string, string>> => ({
  [`kubernetes.io/cluster/${clusterName}`]: "owned",
});

const tagged = (
  where: "RequestTag" | "ResourceTag",
  { clusterName, tagsItsPoints }: Pick<FileSystemPlace, "clusterName" | "tagsItsPoints">,
) => ({
  StringEquals: Object.fromEntries(
    Object.entries({ [OF_A_DRIVER]: "true", ...(tagsItsPoints && clusterTag(clusterName)) }).map(
      ([key, value]) => [`aws:${where}/${key}`, value],
    ),
  ),
});

/**
 * Permissions of the controller: to make and remove access points of one file system, each with the cluster's tag.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/iam-policy-example.json
 */
export const controllerPermissions = ({
  fileSystemArn,
  accessPointArns,
  ...tags
}: FileSystemPlace): readonly Permission[] => [
  {
    actions: [
      "elasticfilesystem:DescribeAccessPoints",
      "elasticfilesystem:DescribeFileSystems",
      "elasticfilesystem:DescribeMountTargets",
    ],
    resources: [fileSystemArn, accessPointArns],
  },
  { actions: ["ec2:DescribeAvailabilityZones"], anyResourceBecause: "zones have no resource level" },
  {
    actions: ["elasticfilesystem:CreateAccessPoint"],
    resources: [fileSystemArn],
    conditions: tagged("RequestTag", tags),
  },
  {
    actions: ["elasticfilesystem:TagResource", "elasticfilesystem:DeleteAccessPoint"],
    resources: [accessPointArns],
    conditions: tagged("ResourceTag", tags),
  },
];

/**
 * Permissions of the pods on nodes, which mount the file system for all others.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export const nodePermissions = ({ fileSystemArn }: FileSystemPlace): readonly Permission[] => [
  {
    actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    resources: [fileSystemArn],
  },
];
