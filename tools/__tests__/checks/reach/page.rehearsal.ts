import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { production } from "../../../../src/platform/environments/production";
import { inventoryOfStacks } from "../../../checks/reach/inventory-of-cluster";
import { reachTable } from "../../../checks/reach/table";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { defineEnvironment } from "../../../samples/platform";
import { synthesise } from "../../../samples/synthesise";

const PAGE = "docs/security.md";
const SECTION = /<!-- reach -->\n\n([\s\S]*?)\n\n<!-- \/reach -->/;

test(`${PAGE} tells who can do what to whom in production`, async () => {
  const inventory = await inTemporaryFolder("reach", async (folder) =>
    Promise.resolve(inventoryOfStacks(synthesise([defineEnvironment(production)], folder))),
  );
  const table = await format(reachTable(inventory), { parser: "markdown", printWidth: 110 });

  const [, written = ""] = SECTION.exec(readFileSync(PAGE, "utf8")) ?? [];
  expect(written.trim(), `paste this between the comments of ${PAGE}:\n\n${table}`).toBe(table.trim());
});
