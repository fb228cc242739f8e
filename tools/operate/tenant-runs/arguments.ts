import { commandLine } from "../../kit/command";

export const TENANT_RUNS = commandLine({
  name: "tenant-runs",
  summary: "Has Terraform plan and apply stacks of tenants, for the workflows: docs/tenants.md.",
  args: [
    { name: "action", help: "step to take", oneOf: ["jobs", "plan", "verdicts", "apply"], count: "one" },
  ],
  options: {
    stacks: { value: "list", help: "plan, apply: ids of the stacks, as a JSON list; without it, none" },
    jobs: { value: "list", help: "verdicts: jobs that planned, as jobs prints them" },
    rows: { value: "folder", help: "plan: folder for a row of each stack; without it, rows" },
    plans: {
      value: "path",
      help: "plan, apply: file of the plans (plans.json); verdicts: folder of files <environment>-<shard>.json (plans)",
    },
  },
  notes:
    "jobs prints the synthesised tenants as jobs of a matrix, without those on hold. plan tries every stack. verdicts prints the jobs whose plans need no person, those that a person reads first, and the stacks without a plan. apply takes those alone whose plan is still the one in the file, tries every one, and ends with code 1 where one is not applied.",
});
