import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Fn, TerraformIterator } from "cdktf";
import { expect, it } from "vitest";
import { SecureBucket } from "../../src/constructs/secure-bucket";
import { StackAddresses } from "../../src/constructs/stack-addresses";
import { Terraform } from "../support/terraform";

let addresses: StackAddresses;

Terraform.of((stack) => {
  new SnsTopic(stack, "one", {});
  new SnsTopic(stack, "many", { forEach: TerraformIterator.fromList(Fn.toset(["a", "b"])) });
  new SecureBucket(stack, "logs", { name: "govuk-test" });
  addresses = new StackAddresses(stack);
});

it("are those of resources and modules", () => {
  expect(addresses.all).toEqual(["aws_sns_topic.one", "aws_sns_topic.many", "module.logs_bucket"]);
});

it.each([
  ["aws_sns_topic.one", true],
  ["aws_sns_topic.one[0]", false],
  ["aws_sns_topic.on", false],
  ["aws_sqs_queue.one", false],
  ["aws_sns_topic.many", true],
  ['aws_sns_topic.many["c"]', true],
  ["module.logs_bucket", true],
  ["module.logs_bucket.aws_s3_bucket.bucket", true],
  ["module.log.aws_s3_bucket.bucket", false],
])("may have %s: %s", (address, expected) => {
  expect(addresses.mayHave(address)).toBe(expected);
});

it.each([
  ["aws_sns_topic.one", true],
  ["aws_sns_topic.many", false],
  ['aws_sns_topic.many["a"]', false],
  ["module.logs_bucket", true],
  ["module.logs_bucket.aws_s3_bucket.bucket", false],
])("have %s for certain: %s", (address, expected) => {
  expect(addresses.has(address)).toBe(expected);
});
