import { readFileSync } from "node:fs";
import type { ShownPlan } from "../../checks/emulate/planned-changes";
import { CommandError } from "../../kit/command-error";

const FIX = "write one with: terraform show -json <plan> > plan.json";

/**
 * Reads a plan that Terraform wrote as JSON.
 *
 * @throws CommandError if the file is none
 */
export function readPlan(path: string): ShownPlan {
  try {
    const plan: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (
      typeof plan === "object" &&
      plan !== null &&
      "resource_changes" in plan &&
      Array.isArray(plan.resource_changes)
    ) {
      return plan as ShownPlan;
    }
  } catch (error) {
    const got =
      error instanceof SyntaxError
        ? "text that is no JSON"
        : ((error as NodeJS.ErrnoException).code ?? "none");
    throw new CommandError(`${path}: expected the JSON of a plan, got ${got}; ${FIX}`);
  }
  throw new CommandError(`${path}: expected the JSON of a plan, got other JSON; ${FIX}`);
}
