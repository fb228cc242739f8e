import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonMap } from "../changes/json-map";
import { copyStack } from "../copies/copy-stack";
import { errorsAmong, sentenceOf } from "../copies/diagnostics";
import { errorsIn, terraform } from "../copies/terraform";
import type { SynthesisedStack } from "../plan/stack";
import type { Outcome } from "../run-process";
import { toolCache } from "../verify/tools";
import type { Gaps } from "./gaps";
import type { LeftOut } from "./left-out";
import { overrideModules } from "./override-modules";
import { changesIn, createdBy, type ShownPlan } from "./planned-changes";

/** How a stack fared with an emulator. */
export interface Emulation {
  readonly stack: string;

  /** How many resources its first plan creates. */
  readonly created: number;

  /** What the emulator cannot have. */
  readonly leftOut: readonly LeftOut[];

  /** What went wrong, or would be changed again. */
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** Where Terraform runs, and what it finds there. */
export interface Site {
  readonly folder: string;
  readonly plugins: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gaps: Gaps;
  readonly signal: AbortSignal;
}

/** What of an {@link Emulation} comes from running Terraform. */
type Applied = Pick<Emulation, "created" | "findings">;

/** Where plans are kept until the next time, for whoever wants to look into them. */
export const planFolder = (): string => toolCache("plans");

/** What `terraform show -json` says of the plan of a stack. */
export const planFile = (stack: string): string => join(planFolder(), `${stack}.json`);

/** Plans a stack, applies the plan, and plans again, which has to change nothing. */
export async function applyTwice(stack: SynthesisedStack, json: JsonMap, site: Site): Promise<Applied> {
  const text = copyStack(stack, json, site.folder);
  overrideModules(json, site.gaps, site.folder);
  const run = (...args: string[]): Promise<Outcome> => terraform(args, site);
  const show = async (plan: string) => (await run("show", "-json", plan)).stdout;

  const said = (what: string, outcome: Outcome) => {
    const errors = errorsAmong(outcome.stdout).map((error) => sentenceOf(error, json, text));
    return (errors.length > 0 ? errors : [errorsIn(outcome)]).map((error) => `${what}: ${error}`);
  };

  const init = await run("init", `-plugin-dir=${site.plugins}`);
  if (init.code !== 0) {
    return { created: 0, findings: [`terraform init failed: ${errorsIn(init)}`] };
  }
  const first = await run("plan", "-json", "-out=first");
  if (first.code !== 0) {
    return { created: 0, findings: said("cannot be planned", first) };
  }
  const plan = await show("first");
  mkdirSync(planFolder(), { recursive: true });
  writeFileSync(planFile(stack.id), plan);
  const created = createdBy(JSON.parse(plan) as ShownPlan);

  const apply = await run("apply", "-json", "first");
  if (apply.code !== 0) {
    return { created, findings: said("cannot be applied", apply) };
  }
  const second = await run("plan", "-json", "-detailed-exitcode", "-out=second");
  if (second.code === 1) {
    return { created, findings: said("cannot be planned again", second) };
  }
  const changes = second.code === 0 ? [] : changesIn(JSON.parse(await show("second")) as ShownPlan);
  const outputsOnly = second.code === 2 && changes.length === 0 ? ["its outputs"] : [];
  return {
    created,
    findings: [...changes, ...outputsOnly].map((change) => `is not applied with one apply: ${change}`),
  };
}
