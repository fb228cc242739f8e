import type { Arguments } from "./arguments";
import type { Report } from "./report";

const CHANGED = 2;
const DESTROYED = 3;

/** Exit code for a report, by the changes that a caller fails on. */
export function exitCodeOf(
  { changes, destructiveChanges }: Pick<Report, "changes" | "destructiveChanges">,
  failOn: Arguments["failOn"],
): number {
  if (failOn === "none") {
    return 0;
  }
  if (destructiveChanges.length > 0) {
    return DESTROYED;
  }
  return failOn === "any" && changes.length > 0 ? CHANGED : 0;
}
