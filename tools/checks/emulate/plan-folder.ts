import { rmSync } from "node:fs";
import { join } from "node:path";
import { keepCopy } from "../../kit/keep-folder";

/** Folder of plans until the next run. Each checkout has its own, since they are of its stacks. */
export const planFolder = (): string => join("node_modules", ".cache", "platform", "plans");

/** Keeps the plans of a run without findings for later readers; otherwise keeps none. */
export function leavePlans(plans: string, allIsWell: boolean, place = planFolder()): void {
  rmSync(place, { recursive: true, force: true });
  if (allIsWell) {
    keepCopy(plans, place, `${place}-`);
  }
}
