import { mkdirSync, writeFileSync } from "node:fs";
import type { JsonMap } from "../changes/json-map";
import { copyStack } from "../copies/copy-stack";
import { errorsIn, terraform } from "../copies/terraform";
import type { SynthesisedStack } from "../plan/stack";
import type { Outcome } from "../run-process";
import { toolCache } from "../verify/tools";
import { changesIn, createdBy, type ShownPlan } from "./planned-changes";

/** How a stack fared with an emulator. */
export interface Emulation {
  readonly stack: string;

  /** How many resources its first plan creates. */
  readonly created: number;

  /** The addresses of what the emulator lacks. */
  readonly leftOut: readonly string[];

  /** What went wrong, or would be changed again. */
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** Where Terraform runs, and what it finds there. */
export interface Site {
  readonly folder: string;
  readonly plugins: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What of an {@link Emulation} comes from running Terraform. */
type Applied = Pick<Emulation, "created" | "findings">;

/** Where the plan of a stack is kept, for whoever wants to look into it: `terraform show -json`. */
export const planFile = (stack: string): string => toolCache("plans", `${stack}.json`);

/** Plans a stack, applies the plan, and plans again, which has to change nothing. */
export async function applyTwice(stack: SynthesisedStack, json: JsonMap, site: Site): Promise<Applied> {
  copyStack(stack, json, site.folder);
  const run = (...args: string[]): Promise<Outcome> => terraform(args, site);
  const show = async (plan: string) => (await run("show", "-json", plan)).stdout;

  const init = await run("init", `-plugin-dir=${site.plugins}`);
  const first = init.code === 0 ? await run("plan", "-out=first") : init;
  if (first.code !== 0) {
    return { created: 0, findings: [`cannot be planned: ${errorsIn(first)}`] };
  }
  const plan = await show("first");
  mkdirSync(toolCache("plans"), { recursive: true });
  writeFileSync(planFile(stack.id), plan);
  const created = createdBy(JSON.parse(plan) as ShownPlan);

  const apply = await run("apply", "first");
  if (apply.code !== 0) {
    return { created, findings: [`cannot be applied: ${errorsIn(apply)}`] };
  }
  const second = await run("plan", "-detailed-exitcode", "-out=second");
  if (second.code === 1) {
    return { created, findings: [`cannot be planned again: ${errorsIn(second)}`] };
  }
  const changes = second.code === 0 ? [] : changesIn(JSON.parse(await show("second")) as ShownPlan);
  const outputsOnly = second.code === 2 && changes.length === 0 ? ["its outputs"] : [];
  return {
    created,
    findings: [...changes, ...outputsOnly].map((change) => `is not applied with one apply: ${change}`),
  };
}
