import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { writeProgram } from "../../../__tests__/support/fake-programs";

interface Step {
  readonly id?: string;
  readonly run?: string;
}

const { jobs } = parse(readFileSync(".github/workflows/drift.yml", "utf8")) as {
  jobs: Record<"stacks", { readonly steps: readonly Step[] }>;
};

/** Runs the step that finds the last deploy, with a GitHub that answers so. */
function find(answer: string) {
  const folder = mkdtempSync(join(tmpdir(), "drift-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeProgram(join(folder, "gh"), answer);
  const output = join(folder, "output");
  writeFileSync(output, "");
  const script = jobs.stacks.steps.find(({ id }) => id === "deployed")!.run!;
  const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    encoding: "utf8",
    env: { PATH: `${folder}${delimiter}${process.env.PATH}`, GITHUB_OUTPUT: output },
  });
  return { status, stdout, output: readFileSync(output, "utf8") };
}

describe("drift", () => {
  test("is looked for in the commit of the last deploy", () => {
    expect(find("echo success abc123")).toEqual({ status: 0, stdout: "", output: "commit=abc123\n" });
  });

  test.each([
    ["has failed", "echo failure abc123"],
    ["waits for a review, so that it has no conclusion yet", "echo ' abc123'"],
    ["never was", "exit 0"],
  ])("is not looked for where the last deploy %s", (_how, answer) => {
    expect(find(answer)).toEqual({
      status: 0,
      stdout: expect.stringContaining("::warning::the last deploy has not gone all the way") as string,
      output: "commit=\n",
    });
  });

  test("is not said to be absent where GitHub does not answer", () => {
    expect(find("exit 4")).toMatchObject({ status: 4, output: "" });
  });
});
