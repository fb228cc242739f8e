import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { comment } from "../operate/deploy/comment";
import type { PlanJob } from "../operate/deploy/plan-matrix";
import { runCommand } from "../kit/run-command";

interface Order {
  readonly plan: readonly PlanJob[];
  readonly notDeployed: Readonly<Record<string, readonly string[]>>;
}

/** Prints the comment on a pull request from the files of its jobs: changes, what `deploy-order` said, a folder of rows. */
void runCommand(() => {
  const [changes = "changes.markdown", order = "order.json", rows = "rows"] = process.argv.slice(2);
  const { plan, notDeployed } = JSON.parse(readFileSync(order, "utf8")) as Order;
  const files = existsSync(rows) ? readdirSync(rows) : [];
  console.log(
    comment({
      changes: readFileSync(changes, "utf8"),
      planned: plan.flatMap(({ stacks }) => stacks),
      notDeployed,
      rows: Object.fromEntries(
        files.map((file) => [file.replace(/\.md$/, ""), readFileSync(join(rows, file), "utf8")]),
      ),
    }),
  );
  return Promise.resolve(0);
});
