import type { TerraformStack } from "cdktf";

/** Refuses to run under a version of Terraform that this stack was not written for. */
export const requireTerraform = (stack: TerraformStack, constraint: string): void =>
  stack.addOverride("terraform.required_version", constraint);
