import { Eip } from "@cdktf/provider-aws/lib/eip";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { describe, expect, it } from "vitest";
import { EksCluster, type EksClusterProps } from "../../src/infrastructure/eks-cluster";
import { Terraform } from "../support/terraform";

const eks = (props: Partial<EksClusterProps> = {}) =>
  Terraform.of(
    (scope) =>
      new EksCluster(scope, "eks", {
        name: "govuk",
        region: "eu-west-1",
        accountId: "123456789012",
        version: "1.36",
        subnetIds: ["subnet-1", "subnet-2"],
        publicAccess: "every-address",
        natAddresses: ["a", "b"].map((zone) => new Eip(scope, zone, {}).publicIp),
        authenticationMode: "API",
        logRetentionDays: 731,
        support: "EXTENDED",
        roleName: "govuk-cluster",
        ipv6: false,
        protected: true,
        ...props,
      }),
  );

describe("EksCluster", () => {
  it.each(["STANDARD", "EXTENDED"] as const)("has %s support once its minor is old", (support) => {
    expect(eks({ support }).only(AwsEksCluster).upgrade_policy).toEqual({ support_type: support });
  });

  it("takes the role of the name that an adopted cluster has", () => {
    const json = eks({ roleName: "govuk-cluster-2024" });

    expect(json.only(IamRole).name).toBe("govuk-cluster-2024");
    expect(json.only(AwsEksCluster).role_arn).toBe("${aws_iam_role.eks_role_role.arn}");
  });

  it("encrypts secrets with a key that is rotated", () => {
    expect(eks().only(AwsEksCluster).encryption_config).toEqual({
      provider: { key_arn: "${aws_kms_key.eks_encryption_key.arn}" },
      resources: ["secrets"],
    });
    expect(eks().only(KmsKey)).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
  });

  it("keeps every kind of control plane log, encrypted, for as long as it is told", () => {
    expect(eks().only(AwsEksCluster).enabled_cluster_log_types).toEqual([
      "api",
      "audit",
      "authenticator",
      "controllerManager",
      "scheduler",
    ]);
    expect(eks({ logRetentionDays: 7 }).only(CloudwatchLogGroup)).toMatchObject({
      name: "/aws/eks/govuk/cluster",
      retention_in_days: 7,
      kms_key_id: "${aws_kms_key.eks_encryption_key.arn}",
    });
  });

  it("lets CloudWatch use the key for this cluster's log group and no other", () => {
    const { Statement: statements } = JSON.parse(eks().only(KmsKey).policy as string) as {
      Statement: { Principal: { Service?: string }; Condition?: unknown }[];
    };

    expect(
      statements.find(({ Principal }) => Principal.Service === "logs.eu-west-1.amazonaws.com")?.Condition,
    ).toEqual({
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn":
          "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/eks/govuk/cluster",
      },
    });
  });

  it("makes its log group and grants its role before EKS needs them", () => {
    expect(eks().only(AwsEksCluster).depends_on).toEqual([
      "aws_iam_role_policy_attachment.eks_role_amazon-eks-cluster-policy",
      "aws_iam_role_policy_attachment.eks_role_amazon-eksvpc-resource-controller",
      "aws_cloudwatch_log_group.eks_logs",
    ]);
  });

  it("leaves the add-ons to EKS's managed ones", () => {
    expect(eks().only(AwsEksCluster).bootstrap_self_managed_addons).toBe(false);
  });

  it("is not made anew when it is imported, though EKS does not tell how it was made", () => {
    expect(eks().only(AwsEksCluster).lifecycle.ignore_changes).toEqual([
      "bootstrap_self_managed_addons",
      "access_config[0].bootstrap_cluster_creator_admin_permissions",
    ]);
  });

  it("refuses to be destroyed unless it is told otherwise", () => {
    expect(eks().only(AwsEksCluster)).toMatchObject({
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(eks().only(KmsKey).lifecycle).toEqual({ prevent_destroy: true });
    expect(eks({ protected: false }).only(AwsEksCluster)).toMatchObject({
      deletion_protection: false,
      lifecycle: { prevent_destroy: false },
    });
  });

  it("has no public endpoint, one for every address, or one for the ranges it is given", () => {
    expect(eks({ publicAccess: false }).only(AwsEksCluster).vpc_config.endpoint_public_access).toBe(false);
    expect(eks().only(AwsEksCluster).vpc_config.public_access_cidrs).toBeUndefined();
    expect(eks({ publicAccess: ["192.0.2.0/24"] }).only(AwsEksCluster).vpc_config).toMatchObject({
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ["192.0.2.0/24"],
    });
  });

  it("refuses a range of callers that has the address of one of its NAT gateways", () => {
    const [precondition] = eks({ publicAccess: ["192.0.2.0/24"] }).only(AwsEksCluster).lifecycle.precondition;

    expect(precondition.condition).toBe(
      '${alltrue([(cidrhost(join("/", [aws_eip.a.public_ip, "24"]), 0) != "192.0.2.0"), ' +
        '(cidrhost(join("/", [aws_eip.b.public_ip, "24"]), 0) != "192.0.2.0")])}',
    );
    expect(precondition.error_message).toContain('got "192.0.2.0/24"');
  });

  it("asks nothing about addresses that are written down, of which Terraform takes no condition", () => {
    const written = eks({ publicAccess: ["192.0.2.0/24"], natAddresses: ["198.51.100.7"] });

    expect(written.only(AwsEksCluster).lifecycle.precondition).toBeUndefined();
  });

  it("asks nothing about its NAT gateways where every address may call, or none", () => {
    expect(eks().only(AwsEksCluster).lifecycle.precondition).toBeUndefined();
    expect(eks({ publicAccess: false }).only(AwsEksCluster).lifecycle.precondition).toBeUndefined();
  });

  it("is trusted by IAM through its own OIDC issuer", () => {
    expect(eks().only(IamOpenidConnectProvider)).toEqual({
      client_id_list: ["sts.amazonaws.com"],
      url: "${aws_eks_cluster.eks_cluster.identity[0].oidc[0].issuer}",
    });
  });
});
