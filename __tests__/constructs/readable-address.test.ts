import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { Terraform } from "../support/terraform";

describe("readableAddress", () => {
  it("is the path of the construct, without a hash", () => {
    const terraform = Terraform.of((scope) => new SnsTopic(new Construct(scope, "alarms"), "topic", {}));

    expect(terraform.addresses()).toEqual(["aws_sns_topic.alarms_topic"]);
  });

  it("refuses two elements that Terraform could not tell apart", () => {
    const build = () =>
      Terraform.of((scope) => {
        new SnsTopic(new Construct(scope, "alarms"), "topic", {});
        new SnsTopic(scope, "alarms_topic", {});
      });

    expect(build).toThrow(
      'test/alarms/topic and test/alarms_topic would both be "alarms_topic" in Terraform; rename one of them',
    );
  });
});
