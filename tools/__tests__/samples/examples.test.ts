import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { synthesiseExamples } from "../../samples/examples";

it("synthesises every example below a folder that holds nothing yet", () => {
  const folder = mkdtempSync(join(tmpdir(), "examples-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const stacks = synthesiseExamples(join(folder, "new"));

  expect(stacks.map(({ id }) => id)).toContain("cluster-services-live");
  expect(stacks.filter((stack) => !existsSync(stack.folder))).toEqual([]);
});
