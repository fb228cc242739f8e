import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

type Name = "order" | "create" | "destroy" | "propose";

const { concurrency, jobs } = parse(readFileSync(".github/workflows/ephemeral.yml", "utf8")) as {
  concurrency: { group: string };
  jobs: Record<Name, Job>;
};

const MAIN = "refs/heads/main";

/** Runs a step's script as the runner does, with programs that only print what they are given here. */
function run(script: string, env: Record<string, string>, programs: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, prints] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${prints}'\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const summary = join(folder, "summary.md");
  const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: `${folder}${delimiter}${process.env.PATH}`, GITHUB_STEP_SUMMARY: summary, ...env },
  });
  return { status, stdout, read: (file: string) => readFileSync(join(folder, file), "utf8") };
}

const stepNamed = (name: string): Step => jobs.order.steps.find((step) => step.name === name)!;

describe("the first step", () => {
  const [first] = jobs.order.steps;
  const check = (ID: string, GITHUB_REF: string) => run(first!.run!, { ID, GITHUB_REF });

  test.each(["eph-a", "eph-abc123", "eph-1234567890123"])("lets %s pass", (id) => {
    expect(check(id, MAIN)).toMatchObject({ status: 0, stdout: "" });
  });

  test.each([
    "",
    "production",
    "eph-",
    "eph-12345678901234",
    "EPH-a",
    "eph-a-b",
    "eph-a; id",
    "$(id)",
    "eph-a\nx",
    "x\neph-a",
  ])("refuses %j in one line", (id) => {
    const { status, stdout } = check(id, MAIN);

    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::id: expected "eph-" and 1 to 13 .+; choose another id\n$/);
  });

  test("refuses another branch, whose configuration nobody has reviewed", () => {
    expect(check("eph-a", "refs/heads/mine")).toMatchObject({
      status: 1,
      stdout:
        '::error::expected to run on main, got refs/heads/mine; choose main under "Use workflow from"\n',
    });
  });
});

describe("what opens a pull request", () => {
  const { permissions, needs, steps } = jobs.propose;

  test("is all that may write", () => {
    const writing = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);

    expect(writing.map(([id]) => id)).toEqual(["propose"]);
    expect(permissions).toEqual({ contents: "write", "pull-requests": "write" });
  });

  test("runs nothing of the project and has no secret", () => {
    expect(JSON.stringify(steps)).not.toMatch(/npm|npx|secrets\.|"\.\/\.github/);
  });

  test("waits until everything is destroyed", () => {
    expect(needs).toEqual(["order", "destroy"]);
    expect(jobs.propose.if).toContain("needs.destroy.result == 'success'");
  });
});

describe("a destruction", () => {
  const WHAT_TO_DO = "What to do before and after";
  const told = (CLEANED_UP: string) =>
    run(stepNamed(WHAT_TO_DO).run!, { ID: "eph-a", CLEANED_UP }, { npm: "1. Clean up" }).read("summary.md");

  test("begins, and is said to be over, only once somebody has cleaned up", () => {
    const condition = "inputs.action == 'destroy' && inputs.cleaned_up";

    expect(jobs.destroy.if).toBe(`needs.order.result == 'success' && ${condition}`);
    expect(stepNamed("The environment, removed").if).toBe(condition);
  });

  test("tells first what to clean up", () => {
    expect(told("false")).toMatch(/^\*\*Nothing is destroyed yet\.\*\* [^]+~~~text\n1\. Clean up\n~~~\n$/);
    expect(told("true")).not.toContain("Nothing is destroyed yet");
  });

  test("destroys, where a creation applies", () => {
    const lastStepOf = (name: Name) => jobs[name].steps.at(-1)!;

    expect(lastStepOf("destroy").run).toContain("run.cjs runs destroy ");
    expect(lastStepOf("create").run).toContain("run.cjs runs deploy ");
  });

  test("goes the other way round", () => {
    expect(jobs.order.steps.find(({ id }) => id === "order")?.run).toContain(
      'if $ENV.ACTION == "destroy" then reverse else . end',
    );
  });
});

test("what creates an environment is either a pull request or its runs", () => {
  expect(stepNamed("The environment, written down").if).toBe(
    "inputs.action == 'create' && steps.order.outputs.stacks == '[]'",
  );
  expect(jobs.create.if).toBe(
    "needs.order.result == 'success' && inputs.action == 'create' && needs.order.outputs.stacks != '[]'",
  );
});

test("environments do not wait for each other", () => {
  expect(concurrency.group).toBe("ephemeral-${{ inputs.id }}");
});
