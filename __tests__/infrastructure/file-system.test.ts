import { EfsBackupPolicy } from "@cdktf/provider-aws/lib/efs-backup-policy";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { FileSystem } from "../../src/infrastructure/file-system";
import { Terraform } from "../support/terraform";

const terraform = (isProtected = true) =>
  Terraform.of(
    (scope) =>
      new FileSystem(scope, "files", {
        name: "govuk-file-system",
        accountId: "123456789012",
        vpcId: "vpc-1",
        subnetIds: { a: "subnet-a", b: "subnet-b" },
        clientSecurityGroupId: "sg-cluster",
        mountedBy: "efs-csi-node-sa-govuk",
        protected: isProtected,
      }),
  );

describe("FileSystem", () => {
  it("is encrypted with a key of its own, which AWS rotates", () => {
    expect(terraform().only(EfsFileSystem)).toMatchObject({
      encrypted: true,
      kms_key_id: "${aws_kms_key.files_encryption_key.arn}",
    });
    expect(terraform().only(KmsKey).enable_key_rotation).toBe(true);
  });

  it("has an address in each zone, which nodes and pods of the cluster alone reach", () => {
    expect(
      terraform()
        .all(EfsMountTarget)
        .map(({ subnet_id }) => subnet_id),
    ).toEqual(["subnet-a", "subnet-b"]);
    expect(terraform().all(VpcSecurityGroupIngressRule)).toEqual([
      expect.objectContaining({
        referenced_security_group_id: "sg-cluster",
        ip_protocol: "tcp",
        from_port: 2049,
        to_port: 2049,
      }),
    ]);
  });

  it("is mounted by the role of the driver's pods on nodes alone, not as root, and by TLS", () => {
    const [allowed, denied] = JSON.parse(terraform().only(EfsFileSystemPolicy).policy as string).Statement;

    expect(allowed).toEqual({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/efs-csi-node-sa-govuk" },
        Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" },
      },
    });
    expect(denied).toMatchObject({
      Effect: "Deny",
      Principal: { AWS: "*" },
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it("is backed up each day", () => {
    expect(terraform().only(EfsBackupPolicy).backup_policy).toEqual({ status: "ENABLED" });
  });

  it("outlives a mistake where the environment is protected", () => {
    const kept = (isProtected: boolean) =>
      terraform(isProtected).only(EfsFileSystem).lifecycle.prevent_destroy;

    expect([kept(true), kept(false)]).toEqual([true, false]);
  });
});
