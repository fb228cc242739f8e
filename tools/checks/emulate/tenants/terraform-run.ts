import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COPY } from "../../../terraform-json/copy-stack";
import { errorsAmong } from "../../../terraform-json/diagnostics";
import type { JsonMap } from "../../../terraform-json/json-map";
import { errorsIn, terraform } from "../../../toolbox/terraform";
import type { Outcome } from "../../../kit/run-process";
import { changesIn, type ShownPlan } from "../planned-changes";
import { callsIn, loggedTo, type Phase } from "./calls";
import { type Announced, announcedIn } from "./verdicts";

/** Folder with a stack's copy, and the surroundings of Terraform in it. */
export interface Run {
  readonly folder: string;

  /** File of the stack's state. */
  readonly state: string;
  readonly plugins: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;

  /** Everything that Terraform read, said and kept, for a look at what should not be in it. */
  readonly traces: string[];

  /** Calls that the provider made. */
  readonly calls: { readonly phase: Phase; readonly type: string; readonly call: string }[];
}

/** Outcome of a step: the plan of changes, or errors. */
export type Planned = { readonly plan: ShownPlan } | { readonly errors: readonly string[] };

/** Writes Terraform into the folder of a run. */
export function write({ folder, traces }: Pick<Run, "folder" | "traces">, json: JsonMap): void {
  const text = JSON.stringify(json, null, 2);
  traces.push(text);
  writeFileSync(join(folder, COPY), text);
}

/** Prepares the folder of a run. */
export const init = async (run: Run): Promise<readonly string[]> =>
  errorsOf(await step(run, "init", `-plugin-dir=${run.plugins}`));

/** Plans what is in the folder. */
export async function plan(run: Run, ...options: string[]): Promise<Planned> {
  const errors = errorsOf(
    await step(run, "plan", "-json", `-state=${run.state}`, "-out=planned", ...options),
  );
  return errors.length > 0 ? { errors } : { plan: await shown(run) };
}

const shown = async (run: Run): Promise<ShownPlan> =>
  JSON.parse((await step(run, "show", "-json", "planned")).stdout) as ShownPlan;

/** Applies the last plan. */
export async function apply(run: Run): Promise<readonly string[]> {
  const errors = errorsOf(await step(run, "apply", "-json", "planned"));
  run.traces.push(readFileSync(run.state, "utf8"));
  return errors;
}

/** Changes that are left after an apply, of which there must be none. */
export async function changesLeft(run: Run): Promise<readonly string[]> {
  const again = await step(run, "plan", "-json", "-detailed-exitcode", "-out=planned");
  if (again.code === 0) {
    return [];
  }
  const changes = again.code === 2 ? changesIn(await shown(run)) : errorsOf(again);
  return (changes.length === 0 ? ["its outputs"] : changes).map(
    (change) => `is not applied with one apply: ${change}`,
  );
}

/** Changes that Terraform announces without a look at AWS, or the errors with which it refuses. */
export async function announced(
  run: Run,
): Promise<{ readonly changes: readonly Announced[] } | { readonly errors: readonly string[] }> {
  const outcome = await step(run, "plan", "-json", `-state=${run.state}`, "-refresh=false");
  const errors = errorsOf(outcome);
  return errors.length > 0 ? { errors } : { changes: announcedIn(outcome.stdout) };
}

async function step({ traces, calls, ...run }: Run, ...args: string[]): Promise<Outcome> {
  const log = join(run.folder, "calls.log");
  const outcome = await terraform(args, { ...run, env: { ...run.env, ...loggedTo(log) } });
  const phase = args[0] === "apply" ? "apply" : "plan";
  calls.push(
    ...callsIn(readFileSync(log, { encoding: "utf8", flag: "a+" })).map(
      (call) => ({ ...call, phase }) as const,
    ),
  );
  rmSync(log, { force: true });
  traces.push(outcome.stdout, outcome.stderr);
  return outcome;
}

function errorsOf(outcome: Outcome): string[] {
  if (outcome.code === 0) {
    return [];
  }
  const errors = errorsAmong(outcome.stdout).map(
    ({ summary, detail, address = "" }) => `${address} ${summary}: ${detail}`,
  );
  return errors.length > 0 ? errors : [errorsIn(outcome)];
}
