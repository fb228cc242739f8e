import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, resolveConfig } from "prettier";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Rights } from "../../../checks/rights/ask";
import { differencesFrom, pageOf } from "../../../checks/rights/pinned";

const rights = (developers: readonly string[]): Rights =>
  new Map([
    [
      "get pods",
      new Map([
        ["system:authenticated", []],
        ["developer", developers],
      ]),
    ],
  ]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rights-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const keep = (page: string) => {
  mkdirSync(join(folder, "docs/rights"), { recursive: true });
  writeFileSync(join(folder, "docs/rights/blue.md"), page);
};

test("writes where each group may do a deed, laid out as all pages are", async () => {
  const page = pageOf("blue", rights(["apps", "licensify"]));

  expect(page).toContain("| get pods | –                    | apps, licensify |");
  expect(await check(page, { ...(await resolveConfig("docs/README.md")), parser: "markdown" })).toBe(true);
});

test("finds nothing where the answers are those of the page", () => {
  keep(pageOf("blue", rights(["apps"])));

  expect(differencesFrom("blue", pageOf("blue", rights(["apps"])), folder)).toEqual([]);
});

test("names a right that came, with what was written down", () => {
  keep(pageOf("blue", rights([])));

  expect(differencesFrom("blue", pageOf("blue", rights(["apps"])), folder)).toEqual([
    "docs/rights/blue.md: get pods: expected – | –, got – | apps; take the right away, or run npm run rights and have it reviewed",
  ]);
});

test("names a group that came", () => {
  keep(pageOf("blue", new Map([["get pods", new Map([["system:authenticated", []]])]])));

  expect(differencesFrom("blue", pageOf("blue", rights([])), folder)[0]).toContain(
    "groups: expected system:authenticated, got system:authenticated | developer",
  );
});

test("asks for the page of a cluster that has none", () => {
  expect(differencesFrom("blue", pageOf("blue", rights([])), folder)).toEqual([
    "docs/rights/blue.md: expected the rights in blue, got no file; run npm run rights, and review what it writes",
  ]);
});
