import { findingsIn } from "./findings";
import type { Inventory } from "./inventory";
import { type Reach, reachOf } from "./reach";
import { type Subject, subjectsOf } from "./subjects";

/** Table in Markdown of what each subject can come to control. Subjects that reach the same share a row. */
export function reachTable(inventory: Inventory): string {
  const rows = subjectsOf(inventory).map((subject) => ({
    name: subject.name,
    cells: cellsOf(subject, inventory),
  }));
  const distinct = [...new Set(rows.map(({ cells }) => cells.join(" | ")))];
  return [
    "| Subject | Runs programs in | Reads Secrets in | Beyond that |",
    "| --- | --- | --- | --- |",
    ...distinct.map((cells) => {
      const names = rows.filter((row) => row.cells.join(" | ") === cells).map(({ name }) => name);
      return `| ${namesTogether(names)} | ${cells} |`;
    }),
  ].join("\n");
}

function cellsOf(subject: Subject, inventory: Inventory): string[] {
  if (subject.administrator) {
    return ["all", "all", "everything: administers the cluster"];
  }
  const reach = reachOf(subject.permissions, inventory);
  const beyond = findingsIn(inventory).filter((finding) => finding.subject === subject.name);
  return [
    namespacesWith("pods", reach),
    namespacesWith("secrets", reach),
    beyond.map(({ reaches, which }) => [reaches, ...listOf(which)].join(": ")).join("; ") || "–",
  ];
}

const namespacesWith = (kind: "pods" | "secrets", reach: Reach): string =>
  [...reach.values()]
    .flatMap(({ target }) => (target.kind === kind ? [target.namespace] : []))
    .sort()
    .join(", ") || "–";

/** Names without the IAM roles in them, which differ between clusters. */
const listOf = (which: readonly string[]): string[] =>
  which.length === 0 ? [] : [which.map((one) => one.replace(/ with IAM role .*/, "")).join(", ")];

/** Such as `project ai, search`: the sort once, where all are of one. */
function namesTogether(names: readonly string[]): string {
  const sorts = ["level ", "project ", "service account "];
  return sorts
    .map((sort) => {
      const own = names.filter((name) => name.startsWith(sort)).map((name) => name.slice(sort.length));
      return own.length > 0 ? `${sort}${own.map((name) => `\`${name}\``).join(", ")}` : "";
    })
    .filter((text) => text !== "")
    .join("; ");
}
