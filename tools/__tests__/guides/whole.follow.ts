import { describe, it } from "vitest";
import { expectSuccess, followed, guideIn } from "./followed";
import { renamed } from "./renamed";

describe("who follows", () => {
  it.each([
    ["adding-an-add-on.md", "preview"],
    ["adding-an-environment.md", "research"],
    ["adding-an-environment.md", "pre-production"],
    ["adding-a-cluster.md", "preview"],
  ])("%s, with %s for a name, has no test fail", (file, name) => {
    const copy = followed(renamed(guideIn(file), "preview", name));

    copy.run("npx", "vitest", "run", "__tests__/stacks/inventory.test.ts", "-u");
    expectSuccess(copy, "npm", "run", "types");
    expectSuccess(copy, "npx", "vitest", "run");
  });
});
