import { TerraformStack } from "cdktf";
import { expect, test } from "vitest";
import { stackJson } from "../../src/output/stack-json";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "../support/app";
import { everyEnvironment } from "../support/every-platform";
import { tenants } from "../support/organisation";

test("every stack of every platform is as CDKTF itself makes it", () => {
  const app = testApp();
  addStacks(app, everyEnvironment, tenants);
  addOrganisationStacks(app, everyEnvironment);

  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  expect(stacks.length).toBeGreaterThan(0);
  for (const stack of stacks) {
    expect(stackJson(stack, stack.node.findAll()), stack.node.id).toStrictEqual(stack.toTerraform());
  }
});
