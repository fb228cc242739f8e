import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeProgram } from "../../../../__tests__/support/fake-programs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bad-input-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Terraform that reaches no registry. */
const WITHOUT_REGISTRY = `case $1 in
  version) echo '{"terraform_version": "1.14.0", "provider_selections": {}}';;
  *) echo "Error: could not connect to registry.terraform.io: no such host" >&2; exit 1;;
esac`;

/** Runs the command with one program of ours, and an empty cache. */
function run(terraform: string, ...environments: readonly string[]) {
  mkdirSync(join(folder, "bin"));
  writeProgram(join(folder, "bin", "terraform"), terraform);
  const path = [join(folder, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(":");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["tools/cli/run.cjs", "apply-offline", ...environments],
    { encoding: "utf8", env: { PATH: path, HOME: folder, XDG_CACHE_HOME: join(folder, "cache") } },
  );
  return { status, stdout, lines: stderr.trimEnd().split("\n") };
}

test("says in one line that the providers cannot be had, before it builds a control plane", () => {
  const { status, stdout, lines } = run(WITHOUT_REGISTRY, "integration");

  expect(lines.at(-1)).toMatch(
    /^apply-offline: expected a control plane, terraform and its providers, got not all of them: provider kubernetes: .*no such host; provider helm: .*no such host; see docs/,
  );
  expect(lines.slice(0, -1)).toEqual(["synth", "providers"]);
  expect([status, stdout]).toEqual([1, ""]);
  expect(existsSync(join(folder, "cache/govuk-platform/control-plane"))).toBe(false);
});

test("says in one line that there is no Terraform", () => {
  const { status, lines } = run("exit 127", "integration");

  expect(lines.at(-1)).toContain("got not all of them: terraform was not found");
  expect([status, lines.length]).toEqual([1, 1]);
});

test("names the environments that there are instead of one that is unknown", () => {
  const { status, lines } = run(WITHOUT_REGISTRY, "integratoin");

  expect(lines[0]).toMatch(
    /^<environment>: expected integration, staging, production, .*, got "integratoin"; did you mean integration\?$/,
  );
  expect([status, lines.length]).toEqual([1, 1]);
});
