import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { comment } from "./comment";
import type { PlanJob } from "./plan-matrix";

interface Order {
  readonly plan: readonly PlanJob[];
  readonly notDeployed: Readonly<Record<string, readonly string[]>>;
}

/** Files of a pull request's jobs. */
interface CommentFiles {
  /** @default changes.markdown */
  readonly changes: string | undefined;

  /** @default order.json */
  readonly order: string | undefined;

  /** @default rows */
  readonly rows: string | undefined;
}

/** Comment on a pull request, from the files of its jobs. */
export function readComment({
  changes = "changes.markdown",
  order = "order.json",
  rows = "rows",
}: CommentFiles): string {
  const { plan, notDeployed } = JSON.parse(readFileSync(order, "utf8")) as Order;
  const files = existsSync(rows) ? readdirSync(rows) : [];
  return comment({
    changes: readFileSync(changes, "utf8"),
    planned: plan.flatMap(({ stacks }) => stacks),
    notDeployed,
    rows: Object.fromEntries(
      files.map((file) => [file.replace(/\.md$/, ""), readFileSync(join(rows, file), "utf8")]),
    ),
  });
}
