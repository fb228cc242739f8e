import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonMap } from "../../terraform-json/json-map";
import { copyStack } from "../../terraform-json/copy-stack";
import { errorsAmong, sentenceOf } from "../../terraform-json/diagnostics";
import { stateFile } from "../../terraform-json/state-file";
import { errorsIn, terraform } from "../../toolbox/terraform";
import { withLocalState } from "../../terraform-json/with-local-state";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Outcome } from "../../kit/run-process";
import { forgottenIn, type State } from "./forgotten";
import type { Gaps } from "./gaps";
import type { LeftOut } from "./left-out";
import { overrideModules } from "./override-modules";
import { changesIn, createdBy, type ShownPlan } from "./planned-changes";

/** Result of a stack with an emulator. */
export interface Emulation {
  readonly stack: string;

  /** Number of resources that its first plan creates. */
  readonly created: number;

  /** Blocks that the emulator does not support. */
  readonly leftOut: readonly LeftOut[];

  /** Arguments that the emulator has forgotten or made up, by type. */
  readonly forgotten: readonly string[];

  /** Errors, and changes in the second plan. */
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** Folder in which Terraform runs, and its surroundings. */
export interface Site {
  readonly folder: string;

  /** Folder of the states of all stacks. */
  readonly states: string;

  /** Folder for the output of `terraform show -json` about the first plan of each stack. */
  readonly plans: string;
  readonly plugins: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gaps: Gaps;
  readonly signal: AbortSignal;
}

/** Part of an {@link Emulation} that comes from running Terraform. */
type Applied = Pick<Emulation, "created" | "forgotten" | "findings">;

const NOTHING: Omit<Applied, "findings"> = { created: 0, forgotten: [] };

/** Runs Terraform in the stack's folder. */
type Run = (...args: string[]) => Promise<Outcome>;

/** Errors of Terraform, each with the failed action. */
type Said = (what: string, outcome: Outcome) => string[];

const show = async (run: Run, plan: string): Promise<string> => (await run("show", "-json", plan)).stdout;

/** Plans a stack, applies the plan, and plans again, which must change nothing. */
export async function applyTwice(stack: SynthesisedStack, json: JsonMap, site: Site): Promise<Applied> {
  const local = withLocalState(stack.id, json, site.states);
  const text = copyStack(stack, local, site.folder);
  overrideModules(local, site.gaps, site.folder);
  const run: Run = (...args) => terraform(args, site);

  const said: Said = (what, outcome) => {
    const errors = errorsAmong(outcome.stdout).map((error) => sentenceOf(error, local, text));
    return (errors.length > 0 ? errors : [errorsIn(outcome)]).map((error) => `${what}: ${error}`);
  };

  const init = await run("init", `-plugin-dir=${site.plugins}`);
  if (init.code !== 0) {
    return { ...NOTHING, findings: [`terraform init failed: ${errorsIn(init)}`] };
  }
  const first = await run("plan", "-json", "-out=first");
  if (first.code !== 0) {
    return { ...NOTHING, findings: said("cannot be planned", first) };
  }
  const shown = await show(run, "first");
  mkdirSync(site.plans, { recursive: true });
  writeFileSync(join(site.plans, `${stack.id}.json`), shown);
  const plan = JSON.parse(shown) as ShownPlan;
  const created = createdBy(plan);

  const apply = await run("apply", "-json", "first");
  if (apply.code !== 0) {
    return { ...NOTHING, created, findings: said("cannot be applied", apply) };
  }
  const state = JSON.parse(readFileSync(stateFile(site.states, stack.id), "utf8")) as State;
  return { created, forgotten: forgottenIn(plan, state, site.gaps), findings: await changedAgain(run, said) };
}

/** Changes in a second plan, of which there must be none. */
async function changedAgain(run: Run, said: Said): Promise<string[]> {
  const second = await run("plan", "-json", "-detailed-exitcode", "-out=second");
  if (second.code === 1) {
    return said("cannot be planned again", second);
  }
  const changes = second.code === 0 ? [] : changesIn(JSON.parse(await show(run, "second")) as ShownPlan);
  const outputsOnly = second.code === 2 && changes.length === 0 ? ["its outputs"] : [];
  return [...changes, ...outputsOnly].map((change) => `is not applied with one apply: ${change}`);
}
