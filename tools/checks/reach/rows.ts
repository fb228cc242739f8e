import { findingsIn } from "./findings";
import type { Inventory } from "./inventory";
import { type Reach, reachOf } from "./reach";
import { type Subject, subjectsOf } from "./subjects";

/** Things that one or more subjects can come to control. */
export interface ReachRow {
  /** Subjects that reach the same, such as `level developer`. */
  readonly subjects: readonly string[];

  /** True if they may do everything in the cluster, as is meant. */
  readonly administrators: boolean;

  /** Namespaces in which they can run programs. */
  readonly runsIn: readonly string[];

  /** Namespaces whose Secrets they can read. */
  readonly readsIn: readonly string[];

  /** All else that they reach, in words. */
  readonly beyond: readonly string[];
}

/** Reach of every subject. Subjects that reach the same share a row. */
export function reachRows(inventory: Inventory): ReachRow[] {
  const rows = new Map<string, ReachRow>();
  for (const subject of subjectsOf(inventory)) {
    const reached = reachedBy(subject, inventory);
    const key = JSON.stringify(reached);
    rows.set(key, { ...reached, subjects: [...(rows.get(key)?.subjects ?? []), subject.name] });
  }
  return [...rows.values()];
}

function reachedBy(subject: Subject, inventory: Inventory): Omit<ReachRow, "subjects"> {
  if (subject.administrator) {
    return { administrators: true, runsIn: [], readsIn: [], beyond: [] };
  }
  const reach = reachOf(subject.permissions, inventory);
  return {
    administrators: false,
    runsIn: namespacesWith("pods", reach),
    readsIn: namespacesWith("secrets", reach),
    beyond: findingsIn(inventory)
      .filter((finding) => finding.subject === subject.name)
      .map(({ reaches, which }) => [reaches, ...listOf(which)].join(": ")),
  };
}

const namespacesWith = (kind: "pods" | "secrets", reach: Reach): string[] =>
  [...reach.values()].flatMap(({ target }) => (target.kind === kind ? [target.namespace] : [])).sort();

/** Names without the IAM roles in them, which differ between clusters. */
const listOf = (which: readonly string[]): string[] =>
  which.length === 0 ? [] : [which.map((one) => one.replace(/ with IAM role .*/, "")).join(", ")];

/** Subjects by their sort, such as `project` with `ai` and `search`. */
export const bySort = (subjects: readonly string[]): (readonly [sort: string, names: string[]])[] =>
  ["level", "project", "service account"]
    .map((sort): readonly [string, string[]] => [
      sort,
      subjects.filter((name) => name.startsWith(`${sort} `)).map((name) => name.slice(sort.length + 1)),
    ])
    .filter(([, names]) => names.length > 0);
