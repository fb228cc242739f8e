import type { AccessTable } from "./table";

const EFS = "arn:aws:elasticfilesystem:<region>:<account>";
const FILE_SYSTEM_ARN = `${EFS}:file-system/fs-0c1d2e3f4a5b67890`;
const ACCESS_POINT = `${EFS}:access-point/fsap-0a1b2c3d4e5f67890`;

const tags = (where: "RequestTag" | "ResourceTag", cluster: string) => ({
  [`aws:${where}/efs.csi.aws.com/cluster`]: "true",
  [`aws:${where}/kubernetes.io/cluster/${cluster}`]: "owned",
});

/** The driver of volumes that pods share. */
export const FILE_SYSTEM: AccessTable = {
  "efs-csi-controller-sa-<cluster>": {
    may: [
      {
        actions: ["elasticfilesystem:DescribeAccessPoints", "elasticfilesystem:DeleteAccessPoint"],
        on: ACCESS_POINT,
        when: tags("ResourceTag", "<cluster>"),
      },
      { actions: ["ec2:DescribeAvailabilityZones"], on: "*" },
    ],
    mayNot: [
      {
        actions: ["elasticfilesystem:DeleteAccessPoint", "elasticfilesystem:TagResource"],
        on: ACCESS_POINT,
        when: tags("ResourceTag", "another"),
        because: "another cluster's volumes",
        // Its driver is EKS's add-on, beside which a rule refuses such volumes of another cluster.
        except: "freight",
      },
      {
        actions: ["elasticfilesystem:DeleteAccessPoint"],
        on: ACCESS_POINT,
        because: "access points that no driver made",
      },
      {
        actions: ["elasticfilesystem:DeleteFileSystem", "elasticfilesystem:ClientMount"],
        on: `${EFS}:file-system/fs-0a1b2c3d4e5f67890`,
        because: "file systems, and what is in them",
      },
    ],
  },
  "efs-csi-node-sa-<cluster>": {
    may: [{ actions: ["elasticfilesystem:ClientMount"], on: FILE_SYSTEM_ARN }],
    mayNot: [
      {
        actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        on: `${EFS}:file-system/fs-0a1b2c3d4e5f67890`,
        because: "another file system",
      },
      {
        actions: ["elasticfilesystem:ClientRootAccess"],
        on: FILE_SYSTEM_ARN,
        because: "files of other volumes, which root could read",
      },
      {
        actions: ["elasticfilesystem:DeleteAccessPoint"],
        on: ACCESS_POINT,
        because: "access points, which are the controller's",
      },
    ],
  },
};
