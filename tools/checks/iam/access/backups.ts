import type { AccessTable } from "./table";

const OBJECT = "arn:aws:s3:::<cluster>-<environment>-velero/backups/daily/daily.tar.gz";
const VOLUME = "arn:aws:ec2:<region>:<account>:volume/vol-0a1b2c3d4e5f67890";
const SNAPSHOT = "arn:aws:ec2:<region>::snapshot/snap-0a1b2c3d4e5f67890";

const tag = (where: "RequestTag" | "ResourceTag", cluster: string) => ({
  [`aws:${where}/kubernetes.io/cluster/${cluster}`]: "owned",
});

/** The controller that copies what a cluster alone has. */
export const BACKUPS: AccessTable = {
  "velero-<cluster>": {
    may: [
      { actions: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"], on: OBJECT },
      { actions: ["s3:ListBucket"], on: "arn:aws:s3:::<cluster>-<environment>-velero" },
      { actions: ["ec2:CreateSnapshot"], on: VOLUME, when: tag("ResourceTag", "<cluster>") },
      { actions: ["ec2:CreateSnapshot"], on: SNAPSHOT, when: tag("RequestTag", "<cluster>") },
      { actions: ["ec2:CreateVolume"], on: VOLUME, when: tag("RequestTag", "<cluster>") },
      { actions: ["ec2:DeleteSnapshot"], on: SNAPSHOT, when: tag("ResourceTag", "<cluster>") },
      { actions: ["ec2:DescribeVolumes", "ec2:DescribeSnapshots"], on: "*" },
    ],
    mayNot: [
      {
        actions: ["ec2:CreateSnapshot"],
        on: VOLUME,
        when: tag("ResourceTag", "another"),
        because: "another cluster's volumes",
      },
      {
        actions: ["ec2:DeleteSnapshot"],
        on: SNAPSHOT,
        when: tag("ResourceTag", "another"),
        because: "another cluster's snapshots",
      },
      { actions: ["ec2:DeleteSnapshot"], on: SNAPSHOT, because: "snapshots that people made" },
      {
        actions: ["ec2:DeleteVolume", "ec2:AttachVolume"],
        on: VOLUME,
        when: tag("ResourceTag", "<cluster>"),
        because: "volumes in use, which are the driver's",
      },
      {
        actions: ["s3:DeleteBucket", "s3:PutBucketPolicy"],
        on: "arn:aws:s3:::<cluster>-<environment>-velero",
        because: "the bucket itself",
      },
    ],
  },
};
