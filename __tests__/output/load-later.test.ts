import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadLater } from "../../src/output/load-later";

const require = createRequire(__filename);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "load-later-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Module that leaves a trace when it loads. */
function moduleSaying(text: string): string {
  const path = join(folder, "module.js");
  writeFileSync(path, text);
  loadLater(path);
  return path;
}

test("a module loads on its first use, once, and works as if it had loaded before", () => {
  const path = moduleSaying(
    "globalThis.loads = (globalThis.loads ?? 0) + 1; module.exports = Object.assign((a, b) => a + b, { word: 'here' });",
  );
  const loads = () => (globalThis as { loads?: number }).loads;
  const made = require(path) as { (a: number, b: number): number; readonly word: string };

  expect(loads()).toBeUndefined();
  expect([made(1, 2), made.word]).toEqual([3, "here"]);
  expect(made(2, 3)).toBe(5);
  expect(loads()).toBe(1);
});

test("a module that has loaded already stays as it is", () => {
  const path = join(folder, "loaded.js");
  writeFileSync(path, "module.exports = { word: 'here' };");
  const before = require(path) as object;
  loadLater(path);

  expect(require(path)).toBe(before);
});
