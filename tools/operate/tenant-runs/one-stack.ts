import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ShownPlan } from "../../checks/emulate/planned-changes";
import { CommandError } from "../../kit/command-error";
import { type Outcome, runProcess } from "../../kit/run-process";
import { review } from "../review/review";

/** Outcome of a plan of one stack. */
export interface Planned {
  readonly stack: string;

  /** Hash of the planned changes; `undefined` where there are none or the plan failed. */
  readonly digest: string | undefined;

  /** Number of resources that the plan changes. */
  readonly changed: number;

  /** Reasons for which a person reads the plan. */
  readonly reasons: readonly string[];

  /** Errors of Terraform; `undefined` where it has none. */
  readonly errors: string | undefined;
}

/** Place and end of the runs of a stack. */
export interface Place {
  /** Folder of the synthesised stacks. */
  readonly outdir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** File of a plan in a stack's folder. */
const PLAN = "tenant.tfplan";

/** Code of `terraform plan -detailed-exitcode` where something changes. */
const CHANGES = 2;

/** Plans one stack, and says what a person would have to read. */
export async function planStack(stack: string, place: Place): Promise<Planned> {
  const init = await terraform(stack, place, "init");
  const plan =
    init.code === 0
      ? await terraform(stack, place, "plan", "-lock-timeout=5m", "-detailed-exitcode", `-out=${PLAN}`)
      : init;
  if (plan.code !== CHANGES) {
    return {
      stack,
      digest: undefined,
      changed: 0,
      reasons: [],
      errors: plan.code === 0 ? undefined : errorsOf(plan),
    };
  }
  const shown = await terraform(stack, place, "show", "-json", PLAN);
  if (shown.code !== 0) {
    return { stack, digest: undefined, changed: 0, reasons: [], errors: errorsOf(shown) };
  }
  const read = JSON.parse(shown.stdout) as ShownPlan;
  const digest = createHash("sha256")
    .update(JSON.stringify(read.resource_changes ?? []))
    .digest("base64url");
  return { stack, digest, errors: undefined, ...review(read) };
}

/**
 * Applies a stack if a plan made now is the one that was judged, for the same reasons. Returns what keeps it from that, or
 * nothing. The reasons decide whether a person reads the plan, so none is taken on trust.
 */
export async function applyStack(
  { stack, digest, reasons }: Pick<Planned, "stack" | "digest" | "reasons">,
  place: Place,
): Promise<string | undefined> {
  const planned = await planStack(stack, place);
  if (planned.errors !== undefined) {
    return planned.errors;
  }
  if (planned.digest === undefined) {
    return undefined;
  }
  if (planned.digest !== digest || !isDeepStrictEqual(planned.reasons, reasons)) {
    return "the plan is not the one that was reviewed any more; start the workflow again";
  }
  const apply = await terraform(stack, place, "apply", "-lock-timeout=5m", PLAN);
  return apply.code === 0 ? undefined : errorsOf(apply);
}

async function terraform(
  stack: string,
  { outdir, env, signal }: Place,
  command: string,
  ...args: readonly string[]
): Promise<Outcome> {
  const cwd = join(outdir, "stacks", stack);
  if (!existsSync(cwd)) {
    throw new CommandError(`--stacks: expected stacks in ${outdir}, got ${stack}; run npm run synth first`);
  }
  const options = {
    cwd,
    signal,
    stopWith: "SIGINT" as const,
    env: { ...env, TF_INPUT: "0", TF_IN_AUTOMATION: "1" },
  };
  const outcome = await runProcess(
    ["terraform", command, ...(command === "show" ? [] : ["-no-color"]), ...args],
    options,
  );
  if (outcome.code === 127) {
    throw new CommandError("terraform: expected version 1.11 or later on the PATH, got none; install it");
  }
  return outcome;
}

/** Errors without the explanations below them. */
const errorsOf = ({ stdout, stderr, code }: Outcome): string => {
  const errors = [...`${stdout}\n${stderr}`.matchAll(/^[│\s]*Error: (.+)$/gm)].map(([, text]) =>
    text!.trim(),
  );
  return errors.join("; ") || `terraform ended with code ${code}`;
};
