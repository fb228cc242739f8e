import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
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

  it("may read that secret and write that bucket, and CloudWatch may write to that stream", () => {
    const statements = terraform
      .all(IamRolePolicy)
      .flatMap(({ policy }) => (JSON.parse(policy as string) as Block).Statement as Block[]);
    const resources = statements.flatMap(({ Resource }) => Resource as string[]);

    expect(resources).toHaveLength(4);
    expect(resources.filter((resource) => resource === "*" || resource.endsWith(":*"))).toEqual([]);
  });
});
