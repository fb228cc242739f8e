import { describe, it } from "vitest";
import { expectSuccess, followed, guideIn } from "./followed";
import { renamed } from "../../operate/new/renamed";

/** Tests that write down which resources a change makes. */
const INVENTORIES = ["__tests__/stacks/inventory.test.ts", "__tests__/examples/examples.test.ts"];

describe("who follows", () => {
  it.each([
    ["adding-an-add-on.md", "preview"],
    ["adding-an-environment.md", "research"],
    ["adding-an-environment.md", "pre-production"],
    ["adding-a-cluster.md", "preview"],
  ])("%s, with %s for a name, has no test fail", (file, name) => {
    const copy = followed(renamed(guideIn(file), "preview", name));

    copy.run("npm", "run", "schemas");
    copy.run("npx", "vitest", "run", ...INVENTORIES, "-u");
    expectSuccess(copy, "npm", "run", "types");
    expectSuccess(copy, "npx", "vitest", "run");
  });
});
