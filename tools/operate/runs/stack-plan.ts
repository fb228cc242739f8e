import type { SynthesisedStack } from "../../terraform-json/stack";
import { hasReleases } from "../../terraform-json/releases";
import type { HcpTerraform } from "../hcp/api";
import { uploadConfiguration } from "../hcp/configuration";
import { freeWorkspace } from "../hcp/leftovers";
import { type PlanLog, readPlanLog } from "../hcp/plan-log";
import { abandonRun, createRun, type Run } from "../hcp/run";
import { type Plan, planOf } from "../hcp/run-plan";
import { hasEnded, isSaved } from "../hcp/run-status";
import { untilPlanned } from "../hcp/waiting";
import { findWorkspace } from "../hcp/workspaces";
import type { Origin } from "./origin";

/** A stack's plan at HCP Terraform. */
export interface StackPlan {
  readonly stack: SynthesisedStack;
  readonly run: Run;

  /** Says that the plan was made. One that was not has errors in its log. */
  readonly succeeded: boolean;
  readonly plan: Plan;
  readonly log: PlanLog;
}

export interface Planning {
  readonly hcp: HcpTerraform;
  readonly origin: Origin;
  readonly kind: "speculative" | "saved";

  /** @default false */
  readonly destroy?: boolean;
}

/** Plans one stack in its workspace. Where it is interrupted, it leaves no run behind. */
export async function planStack(
  stack: SynthesisedStack,
  { hcp, origin, kind, destroy = false }: Planning,
): Promise<StackPlan> {
  const workspace = await findWorkspace(hcp, stack.id);
  if (kind === "saved") {
    await freeWorkspace(hcp, workspace, origin.isOurs);
  }
  const speculative = kind === "speculative";
  const configurationId = await uploadConfiguration(hcp, workspace, { folder: stack.folder, speculative });
  const { id } = await createRun(hcp, workspace, {
    configurationId,
    message: origin.message,
    kind,
    destroy,
    refresh: !hasReleases(stack.json),
  });
  try {
    const run = await untilPlanned(hcp, id);
    const plan = await planOf(hcp, run);
    const succeeded = run.confirmable || isSaved(run) || run.status === "planned_and_finished";
    if (!succeeded && !hasEnded(run)) {
      await abandonRun(hcp, id);
    }
    return { stack, run, succeeded, plan, log: readPlanLog(plan.log) };
  } catch (error) {
    await abandonRun(hcp, id);
    throw error;
  }
}
