import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformIterator, TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { expect, test } from "vitest";
import { stackJson } from "../../src/output/stack-json";

const jsonOf = (stack: TerraformStack) => stackJson(stack, stack.node.findAll());

test("overrides, blocks in lists and outputs below constructs are as CDKTF itself makes them", () => {
  const stack = new TerraformStack(new App(), "stack");
  new LocalBackend(stack, { path: "stack.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  new AwsProvider(stack, "aws-us", { region: "us-east-1", alias: "us" });
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16", tags: { Name: "vpc" } });
  vpc.addOverride("tags.Owner", "platform");
  vpc.addOverride("enable_dns_support", false);
  const inner = new Construct(stack, "inner");
  new TerraformOutput(inner, "first", { value: vpc.id });
  new TerraformOutput(inner, "second", { value: vpc.tags });
  stack.addOverride("terraform.required_providers.aws.version", "6.1.0");
  stack.addOverride("resource.aws_vpc.vpc.instance_tenancy", vpc.arn);
  stack.addOverride("moved", [{ from: "aws_vpc.old", to: "aws_vpc.vpc" }]);

  expect(jsonOf(stack)).toStrictEqual(stack.toTerraform());
});

test("moved, imported, repeated and guarded resources are as CDKTF itself makes them", () => {
  const stack = new TerraformStack(new App(), "stack");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const ranges = TerraformIterator.fromList(["10.0.0.0/16", "10.1.0.0/16"]);
  const first = new Vpc(stack, "first", { cidrBlock: "10.2.0.0/16", lifecycle: { preventDestroy: true } });
  first.importFrom("vpc-0123456789abcdef0");
  new Vpc(stack, "old", { cidrBlock: "10.3.0.0/16" }).moveTo("new");
  new Vpc(stack, "new", { cidrBlock: "10.3.0.0/16" }).addMoveTarget("new");
  new Vpc(stack, "named", { cidrBlock: "10.7.0.0/16" }).moveFromId("aws_vpc.unnamed");
  new Vpc(stack, "each", { forEach: ranges, cidrBlock: ranges.value });
  new Vpc(stack, "many", { count: 2, cidrBlock: "10.4.0.0/16", dependsOn: [first] });
  new Vpc(stack, "guarded", {
    cidrBlock: "10.5.0.0/16",
    lifecycle: { precondition: [{ condition: `${first.id} != null`, errorMessage: "none" }] },
  });
  new Vpc(stack, "provisioned", {
    cidrBlock: "10.6.0.0/16",
    provisioners: [{ type: "local-exec", command: "true" }],
  });
  new Route53Zone(stack, "zone", { name: "example.org", vpc: ranges.dynamic({ vpcId: ranges.value }) });
  new DataAwsVpc(stack, "found", { forEach: ranges, cidrBlock: ranges.value });

  expect(jsonOf(stack)).toStrictEqual(stack.toTerraform());
});

test("making the JSON a second time gives the same", () => {
  const stack = new TerraformStack(new App(), "stack");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  stack.addOverride("provider.aws", [{ region: "us-east-1" }]);

  expect(jsonOf(stack)).toStrictEqual(jsonOf(stack));
});
