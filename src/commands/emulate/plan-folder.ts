import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { keep } from "../verify/tools";

/** Where plans are left until the next time: each checkout has its own, since they are of its stacks. */
export const planFolder = (): string => join("node_modules", ".cache", "platform", "plans");

/** Leaves the plans of a run for whoever wants to look into them, all or none. */
export function leavePlans(plans: string): void {
  const place = planFolder();
  forgetPlans();
  mkdirSync(dirname(place), { recursive: true });
  const scratch = mkdtempSync(`${place}-`);
  try {
    cpSync(plans, scratch, { recursive: true });
    keep(scratch, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const forgetPlans = (): void => rmSync(planFolder(), { recursive: true, force: true });
