import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cdktn, differencesOf } from "../../verify/cdktn";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith } from "../../../__tests__/support/fake-programs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cdktn-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function output(version: string, stacks: object = {}): string {
  const outdir = join(folder, version);
  mkdirSync(outdir);
  writeFileSync(join(outdir, "manifest.json"), JSON.stringify({ version, stacks }));
  return outdir;
}

test("finds nothing where the successor makes the same", () => {
  expect(differencesOf(output("0.21.0"), output(TOOL_VERSIONS.cdktn))).toEqual([]);
});

test("finds what the successor makes otherwise", () => {
  expect(differencesOf(output("0.21.0"), output(TOOL_VERSIONS.cdktn, { vpc: {} }))).toEqual([
    "manifest.json: stacks.vpc: nothing became {}",
  ]);
});

test("takes no synth of the predecessor for one of the successor", () => {
  expect(differencesOf(output("0.21.0"), output("0.21.1"))).toEqual([
    `0.21.1 synthesised, not cdktn ${TOOL_VERSIONS.cdktn}`,
  ]);
});

test("says that there is no npm", async () => {
  machineWith({});

  expect(await cdktn(() => undefined, new AbortController().signal)).toMatchObject({
    findings: [],
    missing: "npm was not found",
  });
});
