import { CommandError } from "../../kit/command-error";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { HcpTerraform } from "../hcp/api";
import { abandonRun, applyRun, findRun, linkOf } from "../hcp/run";
import { applyLogOf } from "../hcp/run-plan";
import { hasEnded, isApplying, isSaved, standing } from "../hcp/run-status";
import { untilEnded } from "../hcp/waiting";
import { readPlanLog } from "../hcp/plan-log";
import { requireUnlocked, findWorkspace } from "../hcp/workspaces";
import { halfWayAdvice } from "./half-way";
import type { Origin } from "./origin";
import type { ReviewedPlan } from "./round";
import { planStack } from "./stack-plan";

/** Line of a summary for each stack as it is applied. */
type Report = (line: string) => void;

/**
 * Applies reviewed plans in order, and no others. The first that fails is the last; those after it are discarded, so
 * that no approved plan waits to be applied to a platform that has moved on.
 */
export async function applyPlans(
  hcp: HcpTerraform,
  { message }: Origin,
  plans: readonly ReviewedPlan[],
  report: Report,
): Promise<void> {
  for (const [index, reviewed] of plans.entries()) {
    try {
      await applyPlan(hcp, reviewed, message);
      report(line(hcp, reviewed, "applied"));
    } catch (error) {
      report(line(hcp, reviewed, await abandonThose(hcp, plans.slice(index))));
      throw error;
    }
  }
}

/** Plans and applies stacks one by one, without a review between: for environments that hold nothing. */
export async function applyInTurn(
  hcp: HcpTerraform,
  origin: Origin,
  stacks: readonly SynthesisedStack[],
  { destroy, report }: { readonly destroy: boolean; readonly report: Report },
): Promise<void> {
  for (const stack of stacks) {
    const { run, succeeded, log } = await planStack(stack, { hcp, origin, kind: "saved", destroy });
    const plan = { stack: stack.id, run: run.id };
    if (!succeeded) {
      report(line(hcp, plan, "not planned"));
      throw new CommandError(`${stack.id}: expected a plan, got ${standing(run)}\n${log.errors}`.trimEnd());
    }
    if (run.status === "planned_and_finished") {
      report(line(hcp, plan, "nothing to do"));
    } else {
      await applyPlans(hcp, origin, [plan], report);
    }
  }
}

async function applyPlan(
  hcp: HcpTerraform,
  { stack, run: id }: ReviewedPlan,
  comment: string,
): Promise<void> {
  const run = await findRun(hcp, id);
  // A job that is run again finds what it has done already.
  if (run.status === "applied") {
    return;
  }
  if (!isApplying(run)) {
    if (!run.confirmable && !isSaved(run)) {
      throw new CommandError(
        `${stack}: expected the plan that was reviewed, got one that is ${standing(run)}; start the workflow again, which plans anew and asks again`,
      );
    }
    await requireUnlocked(hcp, await findWorkspace(hcp, stack), [run]);
    await applyRun(hcp, id, { workspace: stack, comment });
  }
  const ended = await untilEnded(hcp, id);
  if (ended.status !== "applied") {
    const { errors } = readPlanLog(await applyLogOf(hcp, ended).catch(() => ""));
    const [advice = "correct the cause in a new commit"] = halfWayAdvice(errors);
    throw new CommandError(
      `${stack}: expected to be applied, got ${standing(ended)}; read ${linkOf(hcp, stack, id)}, ${advice}`,
    );
  }
}

/** Ends plans that will not be applied, and returns what became of the first. */
async function abandonThose(hcp: HcpTerraform, plans: readonly ReviewedPlan[]): Promise<string> {
  const left = [];
  for (const { run: id } of plans) {
    const run = await findRun(hcp, id).catch(() => undefined);
    left.push(run);
    // An apply under way goes on: cut short, it leaves a state that is half written.
    if (run && !isApplying(run) && !hasEnded(run)) {
      await abandonRun(hcp, id);
    }
  }
  const [first] = left;
  if (first === undefined) {
    return "HCP Terraform does not say what became of it";
  }
  return isApplying(first) ? "still being applied: the next deploy waits for it" : "not applied";
}

const line = (hcp: HcpTerraform, { stack, run }: ReviewedPlan, status: string): string =>
  `- ${stack}: [${status}](${linkOf(hcp, stack, run)})`;
