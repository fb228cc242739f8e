import { asMap } from "../../terraform-json/json-map";
import { workspaceRead } from "../../terraform-json/remote-state";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Manifest } from "../deploy/deploy-order";
import { abandonRun } from "../hcp/run";
import { planRow, row } from "./row";
import { type Planning, planStack, type StackPlan } from "./stack-plan";

/** A plan that a reviewer looks at, and that the next job applies. */
export interface ReviewedPlan {
  readonly stack: string;
  readonly run: string;
}

/** Plans that can be made, reviewed and applied together. */
export interface Round {
  readonly plans: readonly ReviewedPlan[];

  /** Stacks that wait: an earlier stack must be applied before they can be planned. */
  readonly rest: readonly string[];
  readonly rows: readonly string[];

  /** Stacks whose plan failed for a reason that no apply of this round removes. */
  readonly failed: readonly string[];
}

/**
 * Plans stacks in order, as far as that is possible before any is applied. A plan is made from the outputs of other
 * stacks as they are now. Where one of those is about to change, the stack waits for the next round: the plan that is
 * applied is always the one that was reviewed.
 */
export async function planRound(
  stacks: readonly SynthesisedStack[],
  manifest: Manifest,
  planning: Omit<Planning, "kind">,
): Promise<Round> {
  const steps: Step[] = [];
  try {
    for (const stack of stacks) {
      steps.push(await planNext(stack, steps, manifest, planning));
    }
  } catch (error) {
    await abandonAll(steps, planning);
    throw error;
  }
  const failed = steps.filter(({ plan }) => plan?.succeeded === false).map(({ id }) => id);
  if (failed.length > 0) {
    await abandonAll(steps, planning);
  }
  return {
    plans:
      failed.length > 0
        ? []
        : steps.flatMap(({ id, plan }) => (plan && isPending(plan) ? [{ stack: id, run: plan.run.id }] : [])),
    rest: steps.filter(({ plan }) => plan === undefined).map(({ id }) => id),
    rows: steps.map((step) => step.row),
    failed,
  };
}

/** A stack and its plan, or none where it waits. */
interface Step {
  readonly id: string;
  readonly plan: StackPlan | undefined;
  readonly row: string;
}

async function planNext(
  stack: SynthesisedStack,
  earlier: readonly Step[],
  manifest: Manifest,
  planning: Omit<Planning, "kind">,
): Promise<Step> {
  const { id } = stack;
  const waiting = (reason: string): Step => ({ id, plan: undefined, row: row(id, `waits: ${reason}`) });

  const source = earlier.find((step) => givesOtherValues(step) && producersOf(stack).includes(step.id));
  if (source !== undefined) {
    return waiting(`${source.id} comes first and gives it other values`);
  }
  const plan = await planStack(stack, { ...planning, kind: "saved" });
  const cure = earlier.find((step) => changesAnything(step) && comesBefore(step.id, id, manifest));
  return !plan.succeeded && cure !== undefined
    ? waiting(`${cure.id} comes first, without which its plan fails`)
    : { id, plan, row: planRow(planning.hcp, plan) };
}

const isPending = ({ succeeded, run }: StackPlan): boolean =>
  succeeded && run.status !== "planned_and_finished";

const changesAnything = ({ plan }: Step): boolean => plan === undefined || isPending(plan);

const givesOtherValues = (step: Step): boolean =>
  step.plan === undefined || (isPending(step.plan) && step.plan.log.outputsChange);

/** Stacks whose outputs a stack reads. */
const producersOf = ({ json }: SynthesisedStack): string[] =>
  Object.values(asMap(asMap(json.data).terraform_remote_state)).flatMap(
    (state) => workspaceRead(asMap(state)) ?? [],
  );

/** Says that one stack is applied before another, directly or by way of others. */
const comesBefore = (one: string, other: string, manifest: Manifest): boolean =>
  (manifest.stacks[other]?.dependencies ?? []).some(
    (dependency) => dependency === one || comesBefore(one, dependency, manifest),
  );

async function abandonAll(steps: readonly Step[], { hcp }: Omit<Planning, "kind">): Promise<void> {
  const runs = steps.flatMap(({ plan }) => (plan && isPending(plan) ? [plan.run.id] : []));
  // A run that cannot be ended now is found by the next deploy.
  await Promise.all(runs.map((id) => abandonRun(hcp, id)));
}
