import { expect, test } from "vitest";
import { planRow } from "../../../operate/deploy/plan-summary";

const STACK = {
  id: "root-dns-staging",
  folder: "cdktf.out/stacks/root-dns-staging",
  json: { data: { terraform_remote_state: { vpc: { config: { workspaces: { name: "vpc-staging" } } } } } },
};

const LINK = "https://app.terraform.io/app/govuk/root-dns-staging/runs/run-CZcmD7eagjhyX0vN";

/** Output of cdktf: a stack's name before each line, and colours. */
const log = (...lines: string[]) =>
  ["To view this run in a browser, visit:", LINK, ...lines]
    .map((line) => `root-dns-staging  \u001b[1m${line}\u001b[0m`)
    .join("\r\n");

test("counts what a plan would do, and links to its run", () => {
  expect(planRow(STACK, { code: 0, log: log("Plan: 1 to add, 2 to change, 0 to destroy.") })).toBe(
    `| root-dns-staging | 1 to add, 2 to change, 0 to destroy | [run](${LINK}) |`,
  );
});

test("says where there is nothing to do", () => {
  const row = planRow(STACK, {
    code: 0,
    log: log("No changes. Your infrastructure matches the configuration."),
  });

  expect(row).toBe(`| root-dns-staging | no changes | [run](${LINK}) |`);
});

test("says where only outputs change", () => {
  expect(planRow(STACK, { code: 0, log: log("Changes to Outputs:", "+ id = 1") })).toContain(
    "| outputs only |",
  );
});

test("explains a failure by what is not applied yet", () => {
  const row = planRow(STACK, {
    code: 1,
    log: log(
      "Error: Unsupported attribute",
      "data.terraform_remote_state.vpc.outputs is object with no attributes",
    ),
  });

  expect(row).toContain(
    "| :x: failed: root-dns-staging reads outputs of vpc-staging that are not there yet; apply vpc-staging first |",
  );
});

test("takes the exit code's word for a failure", () => {
  expect(planRow(STACK, { code: 1, log: "No changes." })).toBe(
    "| root-dns-staging | :x: failed: see the log |  |",
  );
});

test("sends to the log where it understands nothing", () => {
  expect(planRow(STACK, { code: 0, log: "" })).toBe("| root-dns-staging | see the log |  |");
});
