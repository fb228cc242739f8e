import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { describe, expect, it } from "vitest";
import { LogDelivery } from "../../src/infrastructure/log-delivery";
import { type Block, Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new LogDelivery(scope, "delivery", {
      clusterName: "govuk",
      label: "production",
      accountId: "123456789012",
      logGroupName: "/aws/eks/govuk/cluster",
      url: "https://logs.example/firehose",
      secret: "govuk/logs",
      forceDestroy: false,
    }),
);
const stream = terraform.only(KinesisFirehoseDeliveryStream);

describe("LogDelivery", () => {
  it("hands on every line of the control plane", () => {
    expect(terraform.only(CloudwatchLogSubscriptionFilter)).toMatchObject({
      log_group_name: "/aws/eks/govuk/cluster",
      filter_pattern: "",
      destination_arn: "${aws_kinesis_firehose_delivery_stream.delivery_stream.arn}",
    });
  });

  it("takes the key of the receiver from Secrets Manager", () => {
    const { http_endpoint_configuration: endpoint } = stream as { http_endpoint_configuration: Block };

    expect(endpoint.access_key).toBeUndefined();
    expect(endpoint.secrets_manager_configuration).toMatchObject({ enabled: true });
  });

  it("keeps what the receiver did not take, and is encrypted on the way", () => {
    expect(stream).toMatchObject({
      http_endpoint_configuration: { s3_backup_mode: "FailedDataOnly", retry_duration: 7200 },
      server_side_encryption: { enabled: true },
    });
  });

  it("keeps it for the two weeks in which somebody can send it again", () => {
    expect(Object.values(terraform.json.module as Block)[0]).toMatchObject({
      name: "govuk-production-unsent-logs",
      expire_after_days: 14,
    });
  });

  it("lets Data Firehose write to that bucket and read that secret, for this account alone", () => {
    expect(roleOf("firehose.amazonaws.com")).toEqual({
      for: { "sts:ExternalId": "123456789012" },
      may: [
        ["s3:AbortMultipartUpload", "s3:PutObject"],
        ["s3:GetBucketLocation", "s3:ListBucket"],
        ["secretsmanager:GetSecretValue"],
      ],
    });
  });

  it("lets CloudWatch write to that stream, for this account alone", () => {
    expect(roleOf("logs.amazonaws.com")).toEqual({
      for: { "aws:SourceAccount": "123456789012" },
      may: [["firehose:PutRecord", "firehose:PutRecordBatch"]],
    });
  });

  it("gives nobody everything", () => {
    const resources = terraform
      .all(IamRolePolicy)
      .flatMap(({ policy }) => statementsOf(policy).map(resourcesOf));

    expect(resources.flat()).toHaveLength(4);
    expect(resources.flat().filter((resource) => resource === "*" || resource.endsWith(":*"))).toEqual([]);
  });

  it("begins when its roles may do what they are for", () => {
    const roles = Object.keys(terraform.named(IamRolePolicy)).map((id) => `aws_iam_role_policy.${id}`);

    expect(
      [...stream.depends_on, ...terraform.only(CloudwatchLogSubscriptionFilter).depends_on].sort(),
    ).toEqual(roles.sort());
  });
});

const statementsOf = (document: string): Block[] => (JSON.parse(document) as Block).Statement as Block[];

const resourcesOf = ({ Resource }: Block): string[] => Resource as string[];

/** Actions of a service, and the accounts for which it may take them. */
function roleOf(service: string) {
  const [id, role] = Object.entries(terraform.named(IamRole)).find(([, { assume_role_policy: trust }]) =>
    (trust as string).includes(service),
  )!;
  const policy = terraform.all(IamRolePolicy).find(({ role: of }) => (of as string).includes(id))!;
  return {
    for: statementsOf(role.assume_role_policy as string)[0]!.Condition?.StringEquals as object,
    may: statementsOf(policy.policy as string).map(({ Action }) => Action as string[]),
  };
}
