import { renameSync, rmSync } from "node:fs";
import { differences, generateBindings } from "./bindings";

/** The bindings of `modules/` that `src/constructs` imports. */
const COMMITTED = ".gen";

const FRESH = "node_modules/.cache/platform/gen";

/** Writes the bindings of `modules/`, or names those that are stale and returns 1. */
export function writeBindings(check: boolean): number {
  generateBindings(FRESH);
  if (!check) {
    rmSync(COMMITTED, { recursive: true, force: true });
    renameSync(FRESH, COMMITTED);
    return 0;
  }
  const stale = differences(COMMITTED, FRESH);
  if (stale.length > 0) {
    console.error(
      `${COMMITTED} does not match modules/ in ${stale.join(", ")}; run npm run get and commit it`,
    );
  }
  return stale.length > 0 ? 1 : 0;
}
