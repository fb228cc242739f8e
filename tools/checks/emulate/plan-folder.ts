import { rmSync } from "node:fs";
import { join } from "node:path";
import { keepCopy } from "../../kit/keep-folder";

/** Where plans are left until the next time: each checkout has its own, since they are of its stacks. */
export const planFolder = (): string => join("node_modules", ".cache", "platform", "plans");

/** Leaves the plans of a run in which all was well for whoever wants to look into them; else none, of no run. */
export function leavePlans(plans: string, allIsWell: boolean, place = planFolder()): void {
  rmSync(place, { recursive: true, force: true });
  if (allIsWell) {
    keepCopy(plans, place, `${place}-`);
  }
}
