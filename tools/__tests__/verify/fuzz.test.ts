import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SmallProject } from "./small-project";
import { resultIn, seedOf } from "../../verify/fuzz";

const { signal } = new AbortController();

test("takes what the command has found", () => {
  const result = { checked: "10 configurations", findings: ["one"] };

  expect(resultIn(JSON.stringify(result), "")).toEqual(result);
});

test("takes a command that says nothing for a finding", () => {
  expect(resultIn("", "out of memory\n")).toEqual({
    checked: "nothing",
    findings: ["npm run fuzz breaks down: out of memory"],
  });
});

test("the same inputs have the same seed, and others another", async () => {
  const project = new SmallProject({
    "fuzz.ts": 'import "./settings";',
    "settings.ts": "1",
    "other.ts": "1",
  });
  const seed = () => seedOf("fuzz.ts", project.folder, signal);
  const first = await seed();

  project.write("other.ts", "2");
  expect(await seed()).toBe(first);

  project.write("settings.ts", "2");
  expect(await seed()).not.toBe(first);
  expect(first).toBeLessThan(2 ** 28);
});

test("a folder that is no checkout has no seed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  expect(await seedOf("fuzz.ts", folder, signal)).toBeUndefined();
});
