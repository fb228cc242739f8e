import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

type Result = "success" | "failure" | "cancelled" | "skipped";

interface Job {
  readonly if?: string | boolean;
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
}

const FOLDER = ".github/workflows";
const RESULTS: readonly Result[] = ["success", "failure", "cancelled", "skipped"];

/** Jobs that only tell people how far others got: they run whatever became of those. */
const REPORTING = ["pull-request.yml comment-plans", "drift.yml report", "tenants-drift.yml report"];

const jobs = readdirSync(FOLDER).flatMap((file) => {
  const { jobs: own } = parse(readFileSync(join(FOLDER, file), "utf8")) as { jobs: Record<string, Job> };
  return Object.entries(own).map(([id, job]) => ({ name: `${file} ${id}`, job, own }));
});

/** Jobs that a job needs, all of them with something to do, and the result of each. */
interface Situation {
  readonly needs: Readonly<Record<string, Result>>;

  /** Says that a person cancelled the workflow. A job that ran out of time does not. */
  readonly cancelled: boolean;

  /**
   * Outputs by which a job says that there is nothing to do.
   *
   * @default - none
   */
  readonly empty?: readonly string[];
}

const listOf = (needs: Job["needs"]): string[] => (needs === undefined ? [] : ([needs].flat() as string[]));

const text = (value: string) => new data.StringData(value);
const yes = new data.BooleanData(true);

function dictionary(values: Readonly<Record<string, data.ExpressionData>>): data.Dictionary {
  return new data.Dictionary(...Object.entries(values).map(([key, value]) => ({ key, value })));
}

/** Outputs by which a job says that there is more to do; all others are lists that are not empty. */
const FLAGS = ["listed", "pending"];

function contextsOf(
  own: Readonly<Record<string, Job>>,
  { needs, empty = [] }: Situation,
  action: string,
): data.Dictionary {
  const valueOf = (name: string): string =>
    FLAGS.includes(name) ? String(!empty.includes(name)) : empty.includes(name) ? "[]" : "[1]";
  const ran = Object.entries(needs).map(([id, result]) => {
    // A job that did not run has no outputs.
    const names = result === "skipped" ? [] : Object.keys(own[id]?.outputs ?? {});
    const outputs = dictionary(Object.fromEntries(names.map((name) => [name, text(valueOf(name))])));
    return [id, dictionary({ result: text(result), outputs })] as const;
  });
  const head = dictionary({ repo: dictionary({ full_name: text("org/repo") }) });
  return dictionary({
    needs: dictionary(Object.fromEntries(ran)),
    github: dictionary({
      repository: text("org/repo"),
      event: dictionary({ pull_request: dictionary({ head }) }),
    }),
    inputs: dictionary({ action: text(action), cleaned_up: yes }),
    vars: dictionary({}),
  });
}

/** Says whether a job runs for any of the inputs that a workflow may be started with. */
const runs = (job: Job, own: Readonly<Record<string, Job>>, situation: Situation): boolean =>
  ["create", "destroy"].some((action) => runsFor(action, job, own, situation));

/** Asks GitHub's own evaluator. To a condition without a function of status, GitHub adds `success()`. */
function runsFor(
  action: string,
  job: Job,
  own: Readonly<Record<string, Job>>,
  situation: Situation,
): boolean {
  const { needs, cancelled } = situation;
  const condition = String(job.if ?? true).replace(/^\$\{\{|\}\}$/g, "");
  const results = Object.values(needs);
  const success = !cancelled && results.every((result) => result === "success");
  const statuses = { success, failure: results.includes("failure"), cancelled, always: true };
  const functions = Object.entries(statuses).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));

  const { tokens } = new Lexer(condition).lex();
  const parsed = new Parser(tokens, ["needs", "github", "inputs", "vars"], functions).parse();
  const named = new Map(functions.map((one) => [one.name, one]));
  const value = new Evaluator(parsed, contextsOf(own, situation, action), named).evaluate();
  return isTrue(value) && (/\b(success|failure|cancelled|always)\(/.test(condition) || success);
}

const isTrue = (value: data.ExpressionData): boolean => !["", "false", "0"].includes(value.coerceString());

/** Every way in which the needed jobs can end. */
const vectors = (ids: readonly string[]): Record<string, Result>[] =>
  ids.reduce<Record<string, Result>[]>(
    (before, id) => before.flatMap((one) => RESULTS.map((result) => ({ ...one, [id]: result }))),
    [{}],
  );

const situations = jobs
  .map(({ name, job, own }) => ({ name, job, own, all: vectors(listOf(job.needs)) }))
  .filter(({ job }) => job.needs !== undefined);

describe.each(situations.filter(({ name }) => !REPORTING.includes(name)))("$name", ({ job, own, all }) => {
  test("runs where everything before it went well", () => {
    const needs = Object.fromEntries(listOf(job.needs).map((id) => [id, "success" as const]));

    expect(runs(job, own, { needs, cancelled: false })).toBe(true);
  });

  test("never runs after a job that failed, was cancelled or ran out of time", () => {
    const bad = all.filter((needs) =>
      Object.values(needs).some((one) => one === "failure" || one === "cancelled"),
    );

    expect(bad.length).toBeGreaterThan(0);
    expect(bad.filter((needs) => runs(job, own, { needs, cancelled: false }))).toEqual([]);
  });

  test("never runs once a person has cancelled the workflow", () => {
    expect(all.filter((needs) => runs(job, own, { needs, cancelled: true }))).toEqual([]);
  });
});

describe.each(situations.filter(({ name }) => REPORTING.includes(name)))("$name", ({ job, own, all }) => {
  test("tells people how far the plans got, also where one of them failed", () => {
    const failed = { ...Object.fromEntries(listOf(job.needs).map((id) => [id, "success"])), plan: "failure" };

    expect(runs(job, own, { needs: failed as Situation["needs"], cancelled: false })).toBe(true);
  });

  test("has nothing to tell where the stacks could not even be listed, or a person has cancelled", () => {
    const [lists] = listOf(job.needs);
    const unlisted = all.filter((needs) => needs[lists!] !== "success");

    expect(unlisted.filter((needs) => runs(job, own, { needs, cancelled: false }))).toEqual([]);
    expect(all.filter((needs) => runs(job, own, { needs, cancelled: true }))).toEqual([]);
  });
});

test("looks at every job that needs another, of every workflow", () => {
  const needing = jobs.filter(({ job }) => job.needs !== undefined).map(({ name }) => name);

  expect(needing).toEqual(expect.arrayContaining(REPORTING));
  expect(situations.map(({ name }) => name)).toEqual(needing);
  expect(new Set(jobs.map(({ name }) => name.split(" ")[0]))).toEqual(new Set(readdirSync(FOLDER)));
});

const deploy = jobs.filter(({ name }) => name.startsWith("deploy.yml "));

test("promotes past an environment only where it had nothing to do, not where it was held up", () => {
  const { job, own } = deploy.find(({ name }) => name.endsWith(" production"))!;
  const wentWell = Object.fromEntries(listOf(job.needs).map((id) => [id, "success" as const]));
  const skipped: Situation["needs"] = { ...wentWell, integration: "skipped" };

  // Integration had stacks to apply, and is passed over all the same: something before it must have stopped it.
  expect(runs(job, own, { needs: skipped, cancelled: false })).toBe(false);
});

test("promotes past whatever had nothing to do, in any combination", () => {
  const { job, own } = deploy.find(({ name }) => name.endsWith(" production"))!;
  const before = listOf(job.needs).filter((id) => id !== "order");
  const subsets = before.reduce<string[][]>((all, id) => [...all, ...all.map((one) => [...one, id])], [[]]);
  const held = subsets.filter((empty) => {
    const results = before.map((id) => [id, empty.includes(id) ? "skipped" : "success"] as const);
    const needs = { order: "success" as const, ...Object.fromEntries(results) };
    return !runs(job, own, { needs, empty, cancelled: false });
  });

  expect(before).toEqual(expect.arrayContaining(["registry", "integration", "staging"]));
  expect(held).toEqual([]);
});

test("applies nothing where nothing was planned", () => {
  const environment = jobs.filter(({ name }) => name.startsWith("environment.yml "));
  const running = (id: string, needs: Situation["needs"], empty: readonly string[]) => {
    const { job, own } = environment.find(({ name }) => name.endsWith(` ${id}`))!;
    return runs(job, own, { needs, empty, cancelled: false });
  };

  expect(running("apply", { plan: "success" }, ["pending"])).toBe(false);
  expect(running("plan-rest", { plan: "success", apply: "success" }, ["rest"])).toBe(false);
  expect(running("left", { "plan-rest": "success", "apply-rest": "skipped" }, ["rest"])).toBe(false);
  expect(running("left", { "plan-rest": "success", "apply-rest": "skipped" }, ["pending"])).toBe(true);
});
