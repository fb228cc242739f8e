import { TerraformOutput, type TerraformStack } from "cdktf";

/** Publishes values of a stack under the given names. */
export function publish(
  stack: TerraformStack,
  outputs: Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>,
): void {
  for (const [name, value] of Object.entries(outputs)) {
    new TerraformOutput(stack, name, { value });
  }
}
