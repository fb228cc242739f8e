import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COPY } from "../../../terraform-json/copy-stack";
import { errorsAmong } from "../../../terraform-json/diagnostics";
import type { JsonMap } from "../../../terraform-json/json-map";
import { errorsIn, terraform } from "../../../toolbox/terraform";
import type { Outcome } from "../../../kit/run-process";
import type { ShownPlan } from "../planned-changes";

/** Folder with a stack's copy, and the surroundings of Terraform in it. */
export interface Run {
  readonly folder: string;
  readonly plugins: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;

  /** Everything that Terraform said in the folder, for a look at what it should not say. */
  readonly said: string[];
}

/** Outcome of a step: the plan of changes, or errors. */
export type Planned = { readonly plan: ShownPlan } | { readonly errors: readonly string[] };

/** Writes Terraform into the folder of a run. */
export const write = ({ folder }: Run, json: JsonMap): void =>
  writeFileSync(join(folder, COPY), JSON.stringify(json, null, 2));

/** Prepares the folder of a run. */
export const init = async (run: Run): Promise<readonly string[]> =>
  errorsOf(await step(run, "init", `-plugin-dir=${run.plugins}`));

/** Plans what is in the folder. */
export async function plan(run: Run): Promise<Planned> {
  const errors = errorsOf(await step(run, "plan", "-json", "-out=planned"));
  if (errors.length > 0) {
    return { errors };
  }
  return { plan: JSON.parse((await step(run, "show", "-json", "planned")).stdout) as ShownPlan };
}

/** Applies the last plan. */
export const apply = async (run: Run): Promise<readonly string[]> =>
  errorsOf(await step(run, "apply", "-json", "planned"));

/** Files in the folder that may hold values, and all that Terraform said. */
export const traces = ({ said, folder }: Run, state: string): string =>
  [...said, readFileSync(join(folder, COPY), "utf8"), readFileSync(state, "utf8")].join("\n");

async function step({ said, ...run }: Run, ...args: string[]): Promise<Outcome> {
  const outcome = await terraform(args, run);
  said.push(outcome.stdout, outcome.stderr);
  return outcome;
}

function errorsOf(outcome: Outcome): string[] {
  if (outcome.code === 0) {
    return [];
  }
  const errors = errorsAmong(outcome.stdout).map(({ summary, detail }) => `${summary}: ${detail}`);
  return errors.length > 0 ? errors : [errorsIn(outcome)];
}
