import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { writeProgram } from "../../../__tests__/support/fake-programs";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { organisation, registry } from "../../../__tests__/support/organisation";
import { terraformCloudOf } from "../../../src/settings/organisation/terraform-cloud";

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: string | Readonly<Record<string, object | null>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github";

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yml"))
  .map((file) => ({ file, text: readFileSync(join(FOLDER, file), "utf8") }));

const workflows = files
  .filter(({ file }) => file.startsWith("workflows/"))
  .map(({ file, text }) => ({ file, workflow: parse(text) as Workflow }));

const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ file, id, job, triggers: triggersOf(workflow) })),
);

function triggersOf({ on }: Workflow): string[] {
  return typeof on === "string" ? [on] : Object.keys(on);
}

const textOf = (file: string): string => files.find((one) => one.file === file)?.text ?? "";

const deploy = (parse(textOf("workflows/deploy.yml")) as Workflow).jobs;

describe.each(files)("$file", ({ text }) => {
  test("pins every action to a commit, and says which version that is", () => {
    const loose = text
      .split("\n")
      .filter((line) => /\buses:/.test(line))
      .filter((line) => !/uses: (\.\/|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(line));

    expect(loose).toEqual([]);
  });

  test("gives one version of an action everywhere the same commit", () => {
    const commits = (all: string) =>
      new Map(
        [...all.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@([0-9a-f]{40})/g)].map(([, name, sha]) => [name, sha]),
      );
    const everywhere = commits(files.map((one) => one.text).join("\n"));

    commits(text).forEach((sha, name) => expect(everywhere.get(name)).toBe(sha));
  });
});

describe.each(workflows)("$file", ({ workflow }) => {
  test("may read the code, unless a job says more", () => {
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
  });

  test("does not run twice at once, unless another workflow calls it, which does not", () => {
    expect(workflow.concurrency !== undefined || triggersOf(workflow).includes("workflow_call")).toBe(true);
  });

  test("never runs a fork's code with our secrets", () => {
    expect(triggersOf(workflow)).not.toContain("pull_request_target");
    expect(triggersOf(workflow)).not.toContain("workflow_run");
  });
});

const privileged = jobs
  .filter(({ triggers }) => triggers.includes("pull_request"))
  .filter(
    ({ job }) =>
      JSON.stringify(job).includes("secrets.") || Object.values(job.permissions ?? {}).includes("write"),
  );

test("keeps jobs with a secret or a right to write from pull requests of forks", () => {
  expect(privileged.map(({ id }) => id).sort()).toEqual(["comment-changes", "comment-plans", "plan"]);
  for (const { job } of privileged) {
    const conditions = (job.if ?? "").split("&&").map((condition) => condition.trim());
    expect(conditions).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  }
});

test("runs the code of the base, not of the pull request, in jobs with a secret or a right to write", () => {
  for (const { job } of privileged) {
    const checkouts = job.steps!.filter(({ uses }) => uses?.startsWith("actions/checkout@"));

    expect(checkouts.map((step) => step.with?.ref)).toEqual(["${{ github.event.pull_request.base.sha }}"]);
  }
});

test("has every secret from an environment of GitHub, never from the repository", () => {
  const places = jobs
    .filter(({ job }) => JSON.stringify(job).includes("secrets."))
    .map(({ file, id, job }) => [file.replace("workflows/", ""), id, job.environment ?? "none"]);

  expect(places).toEqual([
    ["drift.yml", "plan", "plan-${{ matrix.token }}"],
    ["environment.yml", "plan", "plan-${{ inputs.environment }}"],
    ["environment.yml", "apply", "${{ inputs.environment }}"],
    ["environment.yml", "plan-rest", "plan-${{ inputs.environment }}"],
    ["environment.yml", "apply-rest", "${{ inputs.environment }}"],
    ["ephemeral.yml", "create", "ephemeral"],
    ["ephemeral.yml", "destroy", "ephemeral"],
    ["pull-request.yml", "plan", "pull-request-${{ matrix.token }}"],
    ["tenants-apply.yml", "apply", "${{ inputs.environment }}-${{ matrix.environment }}"],
    ["tenants-deploy.yml", "plan", "plan-tenants-${{ matrix.environment }}"],
    ["tenants-drift.yml", "plan", "plan-tenants-${{ matrix.environment }}"],
  ]);
});

test("gives the token that applies to no job that plans", () => {
  const applying = jobs.filter(({ job }) => JSON.stringify(job).includes("secrets.TF_APPLY_TOKEN"));

  expect(applying.map(({ job }) => job.environment)).toEqual([
    "${{ inputs.environment }}",
    "${{ inputs.environment }}",
    "ephemeral",
    "ephemeral",
  ]);
});

test("names the version of Terraform in one place", () => {
  const versions = files.flatMap(({ text }) => text.match(/terraform_version: .*/g) ?? []);

  expect(versions).toEqual(["terraform_version: ${{ steps.version.outputs.version }}"]);
});

test.each([
  ["where the workspaces have theirs", "false", terraformCloudOf(organisation).terraformVersion],
  ["among the tools, for the newest", "true", TOOL_VERSIONS.terraform],
])("finds that version %s", (_, newest, version) => {
  const { runs } = parse(textOf("actions/terraform/action.yml")) as { runs: { steps: Step[] } };
  const folder = mkdtempSync(join(tmpdir(), "terraform-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const output = join(folder, "output");
  const { status } = spawnSync("bash", ["-eo", "pipefail", "-c", runs.steps[0]!.run!], {
    env: { PATH: process.env.PATH, GITHUB_OUTPUT: output, NEWEST: newest },
  });

  expect(status).toBe(0);
  expect(readFileSync(output, "utf8")).toBe(`version=${version}\n`);
});

test("keeps the newest Terraform where verify looks for it", () => {
  const { runs } = parse(textOf("actions/verify/action.yml")) as { runs: { steps: Step[] } };
  const keep = runs.steps.find(({ name }) => name === "Keep the newest Terraform")!;
  const home = mkdtempSync(join(tmpdir(), "home-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  writeProgram(
    join(home, "terraform"),
    `echo "Terraform v${TOOL_VERSIONS.terraform}"; echo "on linux_amd64"`,
  );
  const { status } = spawnSync("bash", ["-eo", "pipefail", "-c", keep.run!], {
    env: { PATH: `${home}:${process.env.PATH}`, HOME: home },
  });

  expect(status).toBe(0);
  expect(readdirSync(join(home, ".cache/govuk-platform/bin"))).toEqual([
    `terraform-${TOOL_VERSIONS.terraform}`,
  ]);
});

const steps = files.flatMap(({ file, text }) => {
  const { jobs: own, runs } = parse(text) as Partial<Workflow> & { runs?: Pick<Job, "steps"> };
  return [...Object.values(own ?? {}), ...(runs ? [runs] : [])]
    .flatMap((job) => job.steps ?? [])
    .map((step) => ({ file, ...step }));
});

const scripts = steps.flatMap(({ run }) => run ?? []);

test("never writes a value into a script, where it could be more than a value", () => {
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

/**
 * Files with steps that may write to the repository or to a pull request, and so run none of its programs, and one that
 * other repositories run, where these programs are not; its steps have a test of their own.
 */
const APART = ["workflows/ephemeral.yml", "actions/comment/action.yml", "workflows/deploy-product.yml"];

test("leaves what takes more than a few lines to commands of the project, which have tests", () => {
  const long = steps.filter(({ run = "" }) => run.trim().split("\n").length > 8);

  expect(long.map(({ file }) => file).sort()).toEqual([...APART].sort());
});

test("checks every pull request, of forks too, and main, whose cache they read, with all of the real tools", () => {
  const verifying = jobs.filter(({ id }) => id === "verify");

  expect(verifying.map(({ triggers }) => triggers)).toEqual([["pull_request"], ["push"]]);
  for (const { job } of verifying) {
    expect(job.if).toBeUndefined();
    expect(job.steps!.map(({ uses }) => uses)).toContain("./.github/actions/verify");
  }
  expect(textOf("actions/verify/action.yml")).toContain("npm run --silent verify -- --complete");
});

test("leaves no credentials behind after a checkout", () => {
  const checkouts = jobs
    .flatMap(({ job }) => job.steps ?? [])
    .filter(({ uses }) => uses?.startsWith("actions/checkout@"));

  expect(checkouts.length).toBeGreaterThan(0);
  checkouts.forEach((step) => expect(step.with).toMatchObject({ "persist-credentials": false }));
});

test("promotes through the registry and every environment, each with its own approval", () => {
  const called = Object.entries(deploy).filter(([, { uses }]) => uses !== undefined);

  expect(called.map(([id, job]) => [id, job.uses, job.with?.environment])).toEqual([
    ["registry", "./.github/workflows/environment.yml", registry.environment],
    ...organisation.promotion.map((name) => [name, "./.github/workflows/environment.yml", name]),
  ]);
});

test("has the summary and the outputs of a plan from a process that hears of a cancellation", () => {
  const scripts = jobs
    .flatMap(({ job }) => job.steps ?? [])
    .flatMap(({ run }) => run ?? [])
    .filter((run) => run.includes("tools/cli/run.cjs runs"));

  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((run) => !run.startsWith("exec node "))).toEqual([]);
});

test("has every file of the repository reviewed by its owners", () => {
  const rules = readFileSync(".github/CODEOWNERS", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/\s+/));

  // The last line that matches decides, so one without owners would open what it names.
  expect(rules[0]).toEqual(["*", "@alphagov/gov-uk-platform-engineering"]);
  expect(
    rules.filter((owners) => !owners.slice(1).includes("@alphagov/gov-uk-platform-engineering")),
  ).toEqual([]);
});
