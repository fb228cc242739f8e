import type { Inventory } from "./inventory";
import { bySort, type ReachRow, reachRows } from "./rows";

/** Table in Markdown of what each subject can come to control. Subjects that reach the same share a row. */
export const reachTable = (inventory: Inventory): string =>
  [
    "| Subject | Runs programs in | Reads Secrets in | Beyond that |",
    "| --- | --- | --- | --- |",
    ...reachRows(inventory).map((row) => `| ${[namesOf(row), ...cellsOf(row)].join(" | ")} |`),
  ].join("\n");

const cellsOf = ({ administrators, runsIn, readsIn, beyond }: ReachRow): string[] =>
  administrators
    ? ["all", "all", "everything: administers the cluster"]
    : [runsIn.join(", ") || "–", readsIn.join(", ") || "–", beyond.join("; ") || "–"];

/** Such as `project ai, search`: the sort once, where all are of one. */
const namesOf = ({ subjects }: ReachRow): string =>
  bySort(subjects)
    .map(([sort, names]) => `${sort} ${names.map((name) => `\`${name}\``).join(", ")}`)
    .join("; ");
