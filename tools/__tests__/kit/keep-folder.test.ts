import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keepFolder } from "../../kit/keep-folder";

function folderWith(file: string, ...path: readonly string[]): string {
  const folder = join(...path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), "");
  return folder;
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "tools-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("puts what is complete in its place", () => {
  const cache = scratch();
  keepFolder(folderWith("ours", cache, "scratch"), join(cache, "tool"));

  expect(readdirSync(cache)).toEqual(["tool"]);
  expect(readdirSync(join(cache, "tool"))).toEqual(["ours"]);
});

test("leaves what another run has put there in the meantime", () => {
  const cache = scratch();
  keepFolder(folderWith("ours", cache, "scratch"), folderWith("theirs", cache, "tool"));

  expect(readdirSync(join(cache, "tool"))).toEqual(["theirs"]);
});

test("does not take a cache that cannot be written for one that has the tool", () => {
  const cache = scratch();

  expect(() => keepFolder(folderWith("ours", cache, "scratch"), join(cache, "no", "tool"))).toThrow("ENOENT");
});
