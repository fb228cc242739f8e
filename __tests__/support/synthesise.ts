import { TerraformStack } from "cdktf";
import type { Platform } from "../../src/settings/define-platform";
import { invokeAspects } from "../../src/output/write-stack";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "./app";
import { Terraform, whenAsked } from "./terraform";

/**
 * Synthesises environments as `npm run synth` does, but for the files. Returns what each stack would have Terraform apply,
 * by id, each put together when a test first looks at it.
 *
 * @throws where the constructs of a stack find it invalid
 */
export function synthesisePlatform({
  environments,
  tenants,
}: Pick<Platform, "environments" | "tenants">): Record<string, Terraform> {
  const app = testApp();
  addStacks(app, environments, tenants);
  addOrganisationStacks(app, environments);

  const problems = app.node.findAll().flatMap(({ node }) => node.validate());
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  return whenAsked(Object.fromEntries(stacks.map((stack) => [stack.node.id, () => synthesised(stack)])));
}

function synthesised(stack: TerraformStack): Terraform {
  invokeAspects(stack, []);
  return Terraform.from(stack);
}
