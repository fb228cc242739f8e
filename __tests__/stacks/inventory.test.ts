import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stacks } from "../support/platform";

/**
 * One address per line: what Terraform would make. A line that goes is a resource that Terraform destroys; a line
 * that changes is one that it destroys and makes anew, unless a `moved` block says otherwise.
 */
describe("inventory", () => {
  it.each(stacks)("$id contains exactly these resources and outputs", async ({ id, terraform }) => {
    const lines = [
      ...terraform.addresses(),
      ...Object.keys(terraform.outputs()).map((name) => `output.${name}`),
    ];

    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`./inventory/${id}.txt`);
  });

  it("has a file for each stack and no other", () => {
    expect(readdirSync("__tests__/stacks/inventory").sort()).toEqual(
      stacks.map(({ id }) => `${id}.txt`).sort(),
    );
  });
});
