import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformOutput, TerraformStack } from "cdktf";
import { expect, it } from "vitest";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "../support/app";
import { tenants } from "../support/organisation";
import { everyEnvironment } from "../support/every-platform";

/** Blocks that CDKTF adds to stacks so that one can refer to another's resource. A synth leaves this search out. */
function crossStackReferences(app: App): string[] {
  const paths = () => app.node.findAll().map(({ node }) => node.path);
  const before = new Set(paths());
  app.node.children.filter((child) => TerraformStack.isStack(child)).forEach((stack) => stack.prepareStack());
  return paths().filter((path) => !before.has(path));
}

it("no stack refers to a resource of another but by its outputs", () => {
  const app = testApp();
  addStacks(app, everyEnvironment, tenants);
  addOrganisationStacks(app, everyEnvironment);

  expect(crossStackReferences(app)).toEqual([]);
});

it("a stack that did would be found", () => {
  const app = testApp();
  const [vpc, dns] = ["vpc", "dns"].map((id) => new TerraformStack(app, id));
  new AwsProvider(vpc!, "aws", {});
  new TerraformOutput(dns!, "vpc-id", { value: new Vpc(vpc!, "vpc", {}).id });

  expect(crossStackReferences(app)).toContain("vpc/cross-stack-output-aws_vpc.vpc.id");
});
