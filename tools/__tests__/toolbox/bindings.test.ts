import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { differences } from "../../toolbox/bindings";

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "bindings-"));
  cpSync(".gen", copy, { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

test("finds no difference between equal folders", () => {
  expect(differences(".gen", copy)).toEqual([]);
});

test("names the files that were changed, added or removed", () => {
  writeFileSync(join(copy, "modules/secure-bucket.ts"), "changed");
  writeFileSync(join(copy, "modules/added.ts"), "");
  rmSync(join(copy, "versions.json"));

  expect(differences(".gen", copy)).toEqual([
    "modules/added.ts",
    "modules/secure-bucket.ts",
    "versions.json",
  ]);
});
