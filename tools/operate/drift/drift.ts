import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rows that say nothing of drift: the platform is as it was deployed, or is not deployed yet. */
const AT_REST = ["| no changes |", "| not planned: "];

/**
 * Rows of the stacks that differ from what was deployed. A stack without a row counts as one of them: its
 * plan did not finish.
 */
export function driftIn(stacks: readonly string[], rows: string): string[] {
  return stacks
    .map((stack) => {
      const file = join(rows, `${stack}.md`);
      return existsSync(file) ? readFileSync(file, "utf8").trim() : `| ${stack} | :x: did not finish | |`;
    })
    .filter((row) => !AT_REST.some((words) => row.includes(words)));
}
