import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { writeCatalogue } from "../../../reports/catalogue/write-catalogue";

const TEXT = "kind: Group\n---\nkind: System\n";

it("writes the catalogue to a file, in folders that it makes, and counts its entities", () =>
  inTemporaryFolder("catalogue", async (folder) => {
    const file = join(folder, "of/fleet.yaml");

    expect(writeCatalogue(file, TEXT)).toBe(`${file}: written, 2 entities`);
    expect(await Promise.resolve(readFileSync(file, "utf8"))).toBe(TEXT);
  }));

it("refuses a folder in place of a file", () =>
  inTemporaryFolder("catalogue", (folder) =>
    Promise.resolve(
      expect(() => writeCatalogue(folder, TEXT)).toThrow(
        `--out: expected a file, got the folder ${folder}; write ${folder}/catalog-info.yaml`,
      ),
    ),
  ));
