import { commandLine } from "../kit/command";
import { defineCommand } from "../kit/run-command";
import { readPlan } from "../operate/review/read-plan";
import { review } from "../operate/review/review";

const REVIEW = commandLine({
  name: "review",
  summary: "Says whether a person reads the plan of a tenant's stack, and why; fails if one does.",
  args: [{ name: "plan", help: "file that `terraform show -json` wrote", count: "one" }],
  options: {},
});

export const command = defineCommand(REVIEW, async ({ args: [path] }) => {
  const { reasons, changed } = await Promise.resolve(review(readPlan(path!)));
  console.log(reasons.length === 0 ? `${path}: ${changed} changes, none for a person` : reasons.join("\n"));
  return reasons.length === 0 ? 0 : 1;
});
