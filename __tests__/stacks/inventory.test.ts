import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { adviceOn, inventoryOf } from "../support/inventory";
import { environments, stacks } from "../support/platform";

const FOLDER = "__tests__/stacks/inventory";

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];

/**
 * One address per line: what Terraform would make. A line that goes is a resource that Terraform destroys; a line
 * that changes is one that it destroys and makes anew, unless a `moved` block says otherwise.
 */
describe("inventory", () => {
  it.each(stacks)("$id contains exactly these resources, modules and outputs", async ({ id, terraform }) => {
    const after = inventoryOf(terraform);
    const advice = adviceOn({
      id,
      environment: environments.find((one) => stacksOf(one).some((place) => place.id === id))?.name,
      before: linesOf(`${FOLDER}/${id}.txt`),
      after,
      movedFrom: (terraform.json.moved ?? []).map(({ from }: { from: string }) => from),
    });

    await expect(`${after.join("\n")}\n`, advice).toMatchFileSnapshot(`./inventory/${id}.txt`);
  });

  it("has a file for each stack and no other", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(stacks.map(({ id }) => `${id}.txt`).sort());
  });
});
