import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { expect, test } from "vitest";
import { stackJson } from "../../src/output/stack-json";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "../support/app";
import { everyEnvironment } from "../support/every-platform";
import { tenants } from "../support/organisation";

const stacksOf = (app: App): TerraformStack[] =>
  app.node.children.filter((child) => TerraformStack.isStack(child));

const jsonOf = (stack: TerraformStack) => stackJson(stack, stack.node.findAll());

test("every stack of every platform is as CDKTF itself makes it", () => {
  const app = testApp();
  addStacks(app, everyEnvironment, tenants);
  addOrganisationStacks(app, everyEnvironment);

  const stacks = stacksOf(app);
  expect(stacks.length).toBeGreaterThan(0);
  for (const stack of stacks) {
    expect(jsonOf(stack), stack.node.id).toStrictEqual(stack.toTerraform());
  }
});

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

test("making the JSON a second time gives the same", () => {
  const stack = new TerraformStack(new App(), "stack");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  stack.addOverride("provider.aws", [{ region: "us-east-1" }]);

  expect(jsonOf(stack)).toStrictEqual(jsonOf(stack));
});
