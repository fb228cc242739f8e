import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { zizmor } from "../../verify/zizmor";

const run = () => zizmor(() => undefined, new AbortController().signal);

/** A zizmor that is installed already, and that does this. */
function installed(script: string): void {
  const { cache } = machineWith({});
  const bin = join(cache, "python", `zizmor-${TOOL_VERSIONS.zizmor}`, "bin");
  mkdirSync(bin, { recursive: true });
  writeProgram(join(bin, "python"), "exit 0");
  writeProgram(join(bin, "zizmor"), script);
}

const finding = (audit: string, file: string) => ({
  ident: audit,
  desc: audit,
  determinations: { severity: "High" },
  locations: [
    {
      symbolic: { kind: "Primary", annotation: "here", key: { Local: { verbatim_path: file } } },
      concrete: { location: { start_point: { row: 8 } } },
    },
  ],
});

const CANARY = "tools/checks/zizmor/canary.yml";
const CANARY_FINDINGS = ["dangerous-triggers", "template-injection"].map((audit) => finding(audit, CANARY));

const saying = (findings: readonly object[]) => installed(`echo '${JSON.stringify(findings)}'`);

test("has nothing to say of workflows that are in order", async () => {
  saying(CANARY_FINDINGS);

  expect(await run()).toMatchObject({ version: TOOL_VERSIONS.zizmor, findings: [] });
});

test("finds a planted fault in a workflow", async () => {
  saying([...CANARY_FINDINGS, finding("template-injection", ".github/workflows/deploy.yml")]);

  expect((await run()).findings).toEqual([
    expect.stringMatching(/^\.github\/workflows\/deploy\.yml:9: template-injection: here/),
  ]);
});

test("lets neither a comment nor a file of settings silence an audit", async () => {
  installed(
    `case "$*" in *--no-config*--no-ignores*) echo '${JSON.stringify(CANARY_FINDINGS)}' ;; *) exit 3 ;; esac`,
  );

  expect((await run()).findings).toEqual([]);
});

test("stops where zizmor fails", async () => {
  installed('echo "no such file" >&2; exit 3');

  await expect(run()).rejects.toThrow("zizmor exited with 3: no such file");
});

test("says that there is no Python", async () => {
  machineWith({});

  expect(await run()).toMatchObject({ findings: [], missing: "python3 was not found" });
});
