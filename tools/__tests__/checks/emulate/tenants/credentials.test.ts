import { expect, it } from "vitest";
import { credentialsIn } from "../../../../checks/emulate/tenants/credentials";
import { withImagined } from "../../../../checks/emulate/tenants/imagined";

it("finds a credential anywhere in a state, and none where it is empty", () => {
  const resource = (type: string, attributes: object) => ({
    type,
    name: "one",
    instances: [{ attributes }],
  });

  expect(
    credentialsIn({
      resources: [
        resource("aws_db_instance", { password: null, master_user_secret: [{ secret_arn: "arn" }] }),
        resource("aws_elasticache_replication_group", { auth_token: "" }),
        resource("aws_opensearch_domain", { advanced: [{ options: [{ master_user_password: "found" }] }] }),
      ],
    } as never),
  ).toEqual(["aws_opensearch_domain.one.advanced.0.options.0.master_user_password"]);
});

it("adds to a state what an emulator lacks, with the id by which AWS would know it", () => {
  const { resources } = withImagined(
    { resources: [] },
    {
      resource_changes: [
        {
          address: "aws_cloudwatch_metric_alarm.age",
          type: "aws_cloudwatch_metric_alarm",
          change: { actions: ["create"], after: { alarm_name: "age" } },
        },
        {
          address: "aws_sqs_queue.one",
          type: "aws_sqs_queue",
          change: { actions: ["no-op"], after: { name: "one" } },
        },
      ],
      planned_values: {
        root_module: { resources: [{ address: "aws_cloudwatch_metric_alarm.age", schema_version: 1 }] },
      },
    },
  );

  expect(resources).toEqual([
    {
      mode: "managed",
      type: "aws_cloudwatch_metric_alarm",
      name: "age",
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ schema_version: 1, attributes: { alarm_name: "age", id: "age" } }],
    },
  ]);
});
