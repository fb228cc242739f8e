import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildSync } from "esbuild";
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

/** Files that a process loads whose program imports what the project does. */
function filesLoadedBy(program: string): string[] {
  const outfile = join("node_modules/.cache", `load-later-${process.pid}.cjs`);
  buildSync({
    stdin: {
      contents: `${program}\nconsole.log(JSON.stringify(Object.keys(require.cache)));`,
      resolveDir: process.cwd(),
    },
    outfile,
    bundle: true,
    platform: "node",
    packages: "external",
  });
  try {
    return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8" })) as string[];
  } finally {
    rmSync(outfile);
  }
}

test("CDKTF and Zod load without archives and languages, which load all the same when asked for", () => {
  const archiver = /archiver\/lib\/core\.js$/;
  const german = /zod\/v4\/locales\/de\.cjs$/;
  const imports =
    'import "./src/output/load-later"; import * as cdktf from "cdktf"; import { z } from "zod";';
  const unused = filesLoadedBy(`${imports} console.assert(cdktf.App && z.object);`);
  const used = filesLoadedBy(
    `${imports}
    const ofCdktf = require("node:module").createRequire(require.resolve("cdktf"));
    if (z.locales.de().localeError === undefined || ofCdktf("archiver")("zip").pipe === undefined) process.exit(1);`,
  );

  expect(unused.filter((file) => archiver.test(file) || german.test(file))).toEqual([]);
  expect(used.filter((file) => archiver.test(file) || german.test(file))).toHaveLength(2);
});
