import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { atATime } from "../../kit/on-all-cores";
import { row } from "../runs/row";
import type { TenantJob } from "./jobs";
import { applyStack, type Place, type Planned, planStack } from "./one-stack";

/** Runs of a job: its stacks, and folders for what comes of them. */
export interface TenantRuns extends Place {
  readonly stacks: readonly string[];

  /** Folder with a row of each planned stack, which `npm run drift` reads. */
  readonly rows: string;

  /** File with the plans that a job makes, or whose stacks it applies. */
  readonly plans: string;

  /** Prints a line of the summary. */
  readonly print: (line: string) => void;
}

/** Plans of Terraform that run side by side: each waits for AWS and the cluster most of its time. */
const SIDE_BY_SIDE = 4;

/** Plans every stack, whatever comes of another. Rows and plans say which failed. */
export async function planTenants(runs: TenantRuns): Promise<void> {
  const planned = await atATime(SIDE_BY_SIDE, runs.stacks, (stack) => planStack(stack, runs));
  mkdirSync(runs.rows, { recursive: true });
  runs.print("\n| Stack | Plan | |\n| --- | --- | --- |");
  for (const each of planned) {
    const text = row(each.stack, resultOf(each));
    writeFileSync(join(runs.rows, `${each.stack}.md`), `${text}\n`);
    runs.print(text);
  }
  writeFileSync(runs.plans, JSON.stringify(planned));
}

function resultOf({ digest, changed, reasons, errors }: Planned): string {
  if (errors !== undefined) {
    return `:x: failed: ${errors}`;
  }
  if (digest === undefined) {
    return "no changes";
  }
  const count = `${changed} ${changed === 1 ? "change" : "changes"}`;
  return reasons.length === 0 ? count : `${count}; ${reasons.join("; ")}`;
}

/** Applies what was planned, whatever comes of another stack. Returns the exit code: 1 where a stack is not applied. */
export async function applyTenants(runs: TenantRuns): Promise<number> {
  const plans = new Map(plansIn(runs.plans).map((plan) => [plan.stack, plan]));
  const results = await atATime(SIDE_BY_SIDE, runs.stacks, async (stack) => {
    const plan = plans.get(stack);
    return [
      stack,
      plan?.digest === undefined ? "nothing was planned for it" : await applyStack(plan, runs),
    ] as const;
  });
  runs.print("\n| Stack | Apply | |\n| --- | --- | --- |");
  results.forEach(([stack, problem]) =>
    runs.print(row(stack, problem === undefined ? "applied" : `:x: ${problem}`)),
  );
  return results.some(([, problem]) => problem !== undefined) ? 1 : 0;
}

/** Jobs of both kinds: those that no person has to read, and those that wait for one. */
export interface Verdicts {
  readonly alone: readonly TenantJob[];
  readonly person: readonly TenantJob[];

  /** Stacks without a plan: it failed, or its job did not finish. */
  readonly failed: readonly string[];
}

/** Sorts the stacks of jobs by their plans, which are files `<environment>-<shard>.json`. One without changes is in no list. */
export function verdicts(jobs: readonly TenantJob[], folder: string): Verdicts {
  const made = new Set(readdirSync(folder));
  const planned = jobs.map((job) => {
    const file = `${job.environment}-${job.shard}.json`;
    return { job, plans: made.has(file) ? plansIn(join(folder, file)) : [] };
  });
  const sorted = (isForPerson: boolean): TenantJob[] =>
    planned
      .map(({ job, plans }) => ({
        ...job,
        stacks: plans
          .filter(({ digest, reasons }) => digest !== undefined && reasons.length > 0 === isForPerson)
          .map(({ stack }) => stack),
      }))
      .filter(({ stacks }) => stacks.length > 0);
  const failed = planned.flatMap(({ job, plans }) => {
    const known = new Set(plans.filter(({ errors }) => errors === undefined).map(({ stack }) => stack));
    return job.stacks.filter((stack) => !known.has(stack));
  });
  return { alone: sorted(false), person: sorted(true), failed };
}

function plansIn(file: string): readonly Planned[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly Planned[];
  } catch (error) {
    throw new CommandError(
      `${file}: expected the plans of npm run tenant-runs -- plan, got ${(error as NodeJS.ErrnoException).code ?? "text that is no JSON"}; plan first`,
    );
  }
}
