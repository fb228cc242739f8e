import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, RUNS } from "../../../operate/runs/arguments";
import type { FakePlan } from "./fake-hcp";
import { setUp } from "./set-up";

const CHANGES_OUTPUTS = "Changes to Outputs:\n  ~ id = 1 -> 2\n";
const NOTHING: FakePlan = { status: "planned_and_finished", hasChanges: false, counts: {} };

describe("a round of plans", () => {
  test("holds all that can be planned now, for a reviewer to look at", async () => {
    const { run, outputs, printed, statuses } = setUp({ "vpc-staging": {}, "root-dns-staging": {} });

    expect(await run("plan", "vpc-staging", "root-dns-staging")).toBe(0);
    expect(outputs).toEqual({ pending: "true", rest: "[]" });
    expect(statuses()).toEqual({
      "run-vpc-staging": "planned_and_saved",
      "run-root-dns-staging": "planned_and_saved",
    });
    expect(printed.at(-1)).toBe(
      "| root-dns-staging | 1 to add | [run](https://tf.example/app/govuk/workspaces/root-dns-staging/runs/run-root-dns-staging) |",
    );
  });

  test("leaves out what reads outputs that are about to change: its plan would be of values that go", async () => {
    const { run, outputs, hcp } = setUp({ "vpc-staging": { log: CHANGES_OUTPUTS }, "root-dns-staging": {} });

    expect(await run("plan", "vpc-staging", "root-dns-staging")).toBe(0);
    expect(outputs).toEqual({ pending: "true", rest: '["root-dns-staging"]' });
    expect(hcp.runs.map(({ workspace }) => workspace)).toEqual(["vpc-staging"]);
  });

  test("leaves out what cannot be planned before an earlier stack is applied", async () => {
    const { run, outputs } = setUp({
      "root-dns-staging": {},
      "cluster-services-staging": { status: "errored", log: "Error: no such namespace" },
    });

    expect(await run("plan", "root-dns-staging", "cluster-services-staging")).toBe(0);
    expect(outputs.rest).toBe('["cluster-services-staging"]');
  });

  test("fails where a plan does for a reason of its own, and hands on no plan to apply", async () => {
    const { run, outputs, printed, hcp } = setUp({
      "vpc-staging": { status: "errored", log: "Error: wrong" },
      "root-dns-staging": {},
    });

    expect(await run("plan", "vpc-staging", "root-dns-staging")).toBe(1);
    expect(printed.join("\n")).toContain("| vpc-staging | :x: failed: see the run, which is errored |");
    expect(outputs.pending).toBe("false");
    hcp.asked.length = 0;
    await run("apply");
    expect(hcp.asked).toEqual([]);
  });

  test("asks nobody about plans that find nothing", async () => {
    const { run, outputs, printed } = setUp({ "vpc-staging": NOTHING });

    expect(await run("plan", "vpc-staging")).toBe(0);
    expect(outputs).toEqual({ pending: "false", rest: "[]" });
    expect(printed.at(-1)).toContain("| vpc-staging | no changes |");
  });

  test("reads nothing of the cluster where Helm's releases are, and everything else", async () => {
    const { run, hcp } = setUp({ "vpc-staging": {}, "cluster-services-staging": {} });

    await run("plan", "vpc-staging", "cluster-services-staging");

    expect(hcp.runs.map(({ attributes }) => attributes.refresh)).toEqual([true, false]);
  });
});

describe("a speculation", () => {
  test("writes a row for each stack, and makes nothing that can be applied", async () => {
    const { run, hcp, folder } = setUp({
      "vpc-staging": { counts: { "resource-destructions": 3 }, log: "Plan: 3 to destroy\nNo changes. once" },
    });

    expect(await run("speculate", "vpc-staging", "root-dns-staging")).toBe(0);
    expect(hcp.runs.map(({ attributes }) => [attributes["plan-only"], attributes["save-plan"]])).toEqual([
      [true, undefined],
    ]);
    expect(readFileSync(join(folder, "rows/vpc-staging.md"), "utf8")).toContain(
      "| vpc-staging | 3 to destroy |",
    );
    expect(readFileSync(join(folder, "rows/root-dns-staging.md"), "utf8")).toBe(
      "| root-dns-staging | not planned: it has no workspace yet |  |\n",
    );
  });

  test("shows the plans of others where one fails", async () => {
    const log = "Error: Unsupported attribute\ndata.terraform_remote_state.p.outputs is object";
    const { run, printed } = setUp({ "vpc-staging": {}, "root-dns-staging": { status: "errored", log } });

    expect(await run("speculate", "vpc-staging", "root-dns-staging")).toBe(1);
    expect(printed.join("\n")).toContain("| vpc-staging | 1 to add |");
    expect(printed.join("\n")).toContain(
      "| root-dns-staging | :x: failed: root-dns-staging reads outputs of vpc-staging that are not there yet; apply vpc-staging first |",
    );
  });

  test("gives the token to HCP Terraform alone, where the checkout says it is", async () => {
    const { run, hcp } = setUp({ "vpc-staging": {} });
    await run("speculate", "vpc-staging");

    expect([...hcp.trusted]).toEqual(["tf.example"]);
  });
});

test("plans and applies in turn where there is nothing to review", async () => {
  const { run, statuses, hcp } = setUp({ "vpc-staging": {}, "root-dns-staging": NOTHING });

  expect(await run("destroy", "vpc-staging", "root-dns-staging")).toBe(0);
  expect(statuses()).toEqual({
    "run-vpc-staging": "applied",
    "run-root-dns-staging": "planned_and_finished",
  });
  expect(hcp.runs.map(({ attributes }) => attributes["is-destroy"])).toEqual([true, true]);
});

test("says which secret is missing", async () => {
  const { run } = setUp({}, [], { TFE_TOKEN: "" });

  await expect(run("plan")).rejects.toThrow(
    "TFE_TOKEN: expected a token for the workspaces of staging, got none; store it in GitHub as a secret of the environment that the job names (docs/deploying.md)",
  );
});

test.each(['["../vpc"]', '["vpc staging"]', "vpc", '[{"a":1}]'])(
  "takes no %s for names of stacks",
  (stacks) => {
    expect(() => argumentsOf(parse(RUNS, ["plan", "--environment", "staging", "--stacks", stacks]))).toThrow(
      "--stacks: expected a JSON list of names of stacks",
    );
  },
);
