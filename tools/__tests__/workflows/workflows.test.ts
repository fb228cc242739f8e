import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { organisation } from "../../../__tests__/support/organisation";
import { STACK_NAMES } from "../../../src/settings/environment/stack-names";

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
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

  test("does not run twice at once", () => {
    expect(workflow.concurrency).toBeDefined();
  });

  test("never runs a fork's code with our secrets", () => {
    expect(triggersOf(workflow)).not.toContain("pull_request_target");
    expect(triggersOf(workflow)).not.toContain("workflow_run");
  });
});

test("keeps jobs with a secret or a right to write from pull requests of forks", () => {
  const privileged = jobs
    .filter(({ triggers }) => triggers.includes("pull_request"))
    .filter(
      ({ job }) =>
        JSON.stringify(job).includes("secrets.") || Object.values(job.permissions ?? {}).includes("write"),
    );

  expect(privileged.map(({ id }) => id).sort()).toEqual([
    "comment-changes",
    "comment-plans",
    "plan",
    "workspaces",
  ]);
  for (const { job } of privileged) {
    const conditions = (job.if ?? "").split("&&").map((condition) => condition.trim());
    expect(conditions).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  }
});

test("never writes a value into a script, where it could be more than a value", () => {
  const scripts = files
    .flatMap(({ text }) => {
      const { jobs: own, runs } = parse(text) as Partial<Workflow> & { runs?: Pick<Job, "steps"> };
      return [...Object.values(own ?? {}), ...(runs ? [runs] : [])].flatMap(({ steps }) => steps);
    })
    .flatMap(({ run }) => run ?? []);

  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test("holds every pull request, of forks too, against all of the real tools", () => {
  const { job, triggers } = jobs.find(({ id }) => id === "verify")!;

  expect(triggers).toEqual(["pull_request"]);
  expect(job.if).toBeUndefined();
  expect(job.steps.map(({ run }) => run ?? "").join("\n")).toContain("npm run --silent verify -- --complete");
});

test("leaves no credentials behind after a checkout", () => {
  const checkouts = jobs
    .flatMap(({ job }) => job.steps)
    .filter(({ uses }) => uses?.startsWith("actions/checkout@"));

  expect(checkouts.length).toBeGreaterThan(0);
  checkouts.forEach((step) => expect(step.with).toMatchObject({ "persist-credentials": false }));
});

test("applies from two workflows, through an environment for each of ours and one for all that live for days", () => {
  const applying = jobs.filter(({ job }) =>
    /TF_APPLY_TOKEN|apply-run|cdktf deploy|terraform apply/.test(JSON.stringify(job)),
  );

  expect(applying.map(({ file, id, job }) => [file, id, job.environment]).sort()).toEqual(
    [
      ...organisation.promotion.map((name) => ["workflows/deploy.yml", name, name]),
      ...["create", "destroy"].map((id) => ["workflows/ephemeral.yml", id, "ephemeral"]),
    ].sort(),
  );
});

test("promotes: each environment waits for all that come before it, and stops where one fails", () => {
  organisation.promotion.forEach((name, index) => {
    const before = organisation.promotion.slice(0, index);
    expect([deploy[name]?.needs].flat()).toEqual(["order", ...before]);
    expect(deploy[name]?.if).toContain(`needs.order.outputs.${name} != '[]'`);
    if (before.length > 0) {
      expect(deploy[name]?.if).toContain("!failure() && !cancelled()");
    }
  });
});

test("has a place for every stack of an environment, in order", () => {
  const { runs } = parse(textOf("actions/apply-stacks/action.yml")) as { runs: { steps: Step[] } };
  const places = runs.steps.filter(({ uses }) => uses === "./.github/actions/apply-stack");

  expect(places.map((step) => [step.if, step.with])).toEqual(
    STACK_NAMES.map((_, index) => [
      `fromJSON(inputs.stacks)[${index}]`,
      {
        stack: `\${{ fromJSON(inputs.stacks)[${index}] }}`,
        token: "${{ inputs.token }}",
        destroy: "${{ inputs.destroy }}",
      },
    ]),
  );
});
