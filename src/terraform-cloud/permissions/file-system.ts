import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isOwned } from "./ownership";
import { inRegion, regional, type Territory } from "./territory";

const fileSystems = (territory: Territory): string[] => [
  regional(territory)("elasticfilesystem", "file-system/*"),
];

/** Permissions to read the cluster's file system; none without one. */
export const readFileSystem = (territory: Territory): Permission[] =>
  territory.fileSystem
    ? [
        {
          actions: [
            "elasticfilesystem:DescribeBackupPolicy",
            "elasticfilesystem:DescribeFileSystemPolicy",
            "elasticfilesystem:DescribeFileSystems",
            "elasticfilesystem:DescribeLifecycleConfiguration",
            "elasticfilesystem:DescribeMountTargets",
            "elasticfilesystem:DescribeMountTargetSecurityGroups",
            "elasticfilesystem:ListTagsForResource",
          ],
          resources: fileSystems(territory),
        },
      ]
    : [];

/**
 * Permissions to make, change and remove the cluster's file system.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html
 */
export const changeFileSystem = (territory: Territory): Permission[] =>
  territory.fileSystem
    ? [
        {
          actions: ["elasticfilesystem:CreateFileSystem"],
          anyResourceBecause: "EFS makes up the ids of file systems",
          conditions: becomesOwned(territory.owned),
        },
        {
          actions: ["elasticfilesystem:TagResource"],
          resources: fileSystems(territory),
          conditions: becomesOwned(territory.owned),
        },
        {
          actions: [
            "elasticfilesystem:CreateMountTarget",
            "elasticfilesystem:DeleteFileSystem",
            "elasticfilesystem:DeleteFileSystemPolicy",
            "elasticfilesystem:DeleteMountTarget",
            "elasticfilesystem:ModifyMountTargetSecurityGroups",
            "elasticfilesystem:PutBackupPolicy",
            "elasticfilesystem:PutFileSystemPolicy",
            "elasticfilesystem:PutLifecycleConfiguration",
            "elasticfilesystem:UntagResource",
            "elasticfilesystem:UpdateFileSystem",
          ],
          resources: fileSystems(territory),
          conditions: isOwned(territory.owned),
        },
        {
          // EFS makes the interfaces of mount targets with the rights of its caller.
          actions: [
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:ModifyNetworkInterfaceAttribute",
          ],
          anyResourceBecause:
            "EC2 makes up the ids of interfaces, and takes subnets and security groups beside them",
          conditions: inRegion(territory),
        },
      ]
    : [];

/** Bound of the roles of the driver; none without a file system. */
export const boundFileSystem = (territory: Territory): Permission[] =>
  territory.fileSystem
    ? [
        {
          actions: ["elasticfilesystem:*"],
          resources: [...fileSystems(territory), regional(territory)("elasticfilesystem", "access-point/*")],
        },
      ]
    : [];
