import type { SynthesisedStack } from "../../terraform-json/stack";
import type { HcpTerraform } from "../hcp/api";
import { missingProducer } from "../plan/producer";
import { linkOf, type Run } from "../hcp/run";
import type { Plan } from "../hcp/run-plan";
import { standing } from "../hcp/run-status";
import type { StackPlan } from "./stack-plan";

/** Words by which `drift.yml` tells the stacks that it has nothing to say about. */
const NO_CHANGES = "no changes";

/** A row of a Markdown table: the stack, how it went, and where to read it. */
export const row = (stack: string, result: string, link?: string): string =>
  `| ${stack} | ${result.replaceAll("|", "\\|").replaceAll("\n", " ")} | ${link ? `[run](${link})` : ""} |`;

/** A plan as a row. */
export const planRow = (hcp: HcpTerraform, { stack, run, succeeded, plan, log }: StackPlan): string =>
  row(
    stack.id,
    succeeded ? resultOf(plan, log.outputsChange) : failure(stack, log.errors, run),
    linkOf(hcp, stack.id, run.id),
  );

function resultOf({ hasChanges, imports, additions, changes, destructions }: Plan, outputs: boolean): string {
  const counts: [number, string][] = [
    [imports, "to import"],
    [additions, "to add"],
    [changes, "to change"],
    [destructions, "to destroy"],
  ];
  const some = counts.filter(([count]) => count > 0);
  if (some.length > 0) {
    return some.map(([count, what]) => `${count} ${what}`).join(", ");
  }
  return hasChanges || outputs ? "outputs only" : NO_CHANGES;
}

const failure = (stack: SynthesisedStack, errors: string, run: Run): string =>
  `:x: failed: ${missingProducer(stack, errors) ?? `see the run, which is ${standing(run)}`}`;
