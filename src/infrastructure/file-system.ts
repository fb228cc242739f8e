import { EfsBackupPolicy } from "@cdktf/provider-aws/lib/efs-backup-policy";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { EncryptionKey } from "./encryption-key";

export interface FileSystemProps {
  /** Name of its security group. */
  readonly name: string;
  readonly accountId: string;
  readonly vpcId: string;

  /** Ids of the subnets of nodes by availability-zone letter. Each zone has an address of the file system. */
  readonly subnetIds: Readonly<Record<string, string>>;

  /** Security group of the nodes, which alone may connect. */
  readonly clientSecurityGroupId: string;

  /** Name of the role that alone may mount it. */
  readonly mountedBy: string;

  /** Terraform refuses to destroy it and its key. */
  readonly protected: boolean;
}

const NFS = 2049;

/**
 * A file system that nodes of all zones mount, encrypted with a key of its own and backed up each day by AWS Backup. Files that
 * nothing reads for a month move to a cheaper place, and come back when something does.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html
 */
export class FileSystem extends Construct {
  readonly id: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: FileSystemProps) {
    super(scope, id);
    const { accountId } = props;
    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description: `File system of ${props.name}`,
      protected: props.protected,
    });
    const fileSystem = new EfsFileSystem(this, "file-system", {
      encrypted: true,
      kmsKeyId: key.arn,
      throughputMode: "elastic",
      lifecyclePolicy: [
        { transitionToIa: "AFTER_30_DAYS" },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
      lifecycle: { preventDestroy: props.protected },
    });
    new EfsBackupPolicy(this, "backups", {
      fileSystemId: fileSystem.id,
      backupPolicy: { status: "ENABLED" },
    });
    new EfsFileSystemPolicy(this, "policy", {
      fileSystemId: fileSystem.id,
      policy: mountPolicy(`arn:aws:iam::${accountId}:role/${props.mountedBy}`, accountId),
    });
    this.mountTargets(fileSystem.id, props);

    this.id = fileSystem.id;
    this.arn = fileSystem.arn;
  }

  private mountTargets(fileSystemId: string, props: FileSystemProps): void {
    const securityGroup = new SecurityGroup(this, "security-group", {
      name: props.name,
      description: "NFS from the cluster",
      vpcId: props.vpcId,
    });
    new VpcSecurityGroupIngressRule(this, "nfs-from-cluster", {
      securityGroupId: securityGroup.id,
      description: "NFS from the cluster",
      referencedSecurityGroupId: props.clientSecurityGroupId,
      ipProtocol: "tcp",
      fromPort: NFS,
      toPort: NFS,
    });
    for (const [zone, subnetId] of Object.entries(props.subnetIds)) {
      new EfsMountTarget(this, `mount-target-${zone}`, {
        fileSystemId,
        subnetId,
        securityGroups: [securityGroup.id],
      });
    }
  }
}

/**
 * Policy of a file system that one role mounts, by TLS. Without a policy, every machine that reaches its port could.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
const mountPolicy = (roleArn: string, accountId: string): string =>
  policyDocument([
    {
      // The role is made later, and no policy may name one that is not there.
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": roleArn },
        Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" },
      },
    },
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: [
        "elasticfilesystem:ClientMount",
        "elasticfilesystem:ClientWrite",
        "elasticfilesystem:ClientRootAccess",
      ],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
