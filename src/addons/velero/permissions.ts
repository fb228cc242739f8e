import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";

/** Place of backups. */
export interface BackupStorage {
  readonly bucket: string;

  /** Key that encrypts them. */
  readonly keyArn: string;
}

/**
 * Permissions to keep backups in one bucket, and snapshots of the cluster's own volumes: their tag goes from a volume to its
 * snapshot and on to a volume that is made of it.
 *
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws#set-permissions-for-velero
 */
export const veleroPermissions = (
  { name, region }: Cluster,
  { bucket, keyArn }: BackupStorage,
): readonly Permission[] => {
  const owned = (where: "RequestTag" | "ResourceTag") => ({
    StringEquals: { [`aws:${where}/kubernetes.io/cluster/${name}`]: "owned" },
  });
  const volumes = `arn:aws:ec2:${region}:*:volume/*`;
  const snapshots = `arn:aws:ec2:${region}::snapshot/*`;

  return [
    {
      actions: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      resources: [`arn:aws:s3:::${bucket}/*`],
    },
    { actions: ["s3:ListBucket"], resources: [`arn:aws:s3:::${bucket}`] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keyArn] },
    {
      actions: ["ec2:DescribeSnapshots", "ec2:DescribeVolumes"],
      anyResourceBecause: "EC2 describes all volumes and snapshots or none",
    },
    { actions: ["ec2:CreateSnapshot"], resources: [volumes], conditions: owned("ResourceTag") },
    { actions: ["ec2:CreateSnapshot"], resources: [snapshots], conditions: owned("RequestTag") },
    { actions: ["ec2:CreateVolume"], resources: [volumes], conditions: owned("RequestTag") },
    {
      actions: ["ec2:CreateVolume", "ec2:DeleteSnapshot"],
      resources: [snapshots],
      conditions: owned("ResourceTag"),
    },
    {
      actions: ["ec2:CreateTags"],
      resources: [volumes, snapshots],
      conditions: {
        StringEquals: {
          ...owned("RequestTag").StringEquals,
          "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"],
        },
      },
    },
  ];
};
