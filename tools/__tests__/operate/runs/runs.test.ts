import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, RUNS } from "../../../operate/runs/arguments";
import { type FakePlan, OURS } from "./fake-hcp";
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

describe("an apply", () => {
  test("applies the very runs that were reviewed, in order, and starts none", async () => {
    const { run, hcp, statuses } = setUp({ "vpc-staging": {}, "root-dns-staging": {} });
    await run("plan", "vpc-staging", "root-dns-staging");
    hcp.asked.length = 0;

    expect(await run("apply")).toBe(0);
    expect(hcp.asked).toEqual([
      "runs/run-vpc-staging/actions/apply",
      "runs/run-root-dns-staging/actions/apply",
    ]);
    expect(Object.values(statuses())).toEqual(["applied", "applied"]);
  });

  test("ends with the first that fails, and discards the others", async () => {
    const { run, statuses } = setUp({ "vpc-staging": { applies: "errored" }, "root-dns-staging": {} });
    await run("plan", "vpc-staging", "root-dns-staging");

    await expect(run("apply")).rejects.toThrow(
      "vpc-staging: expected to be applied, got errored; read https://",
    );
    expect(statuses()).toEqual({ "run-vpc-staging": "errored", "run-root-dns-staging": "discarded" });
  });

  test.each([
    ["Error: another operation (install/upgrade/rollback) is in progress", "roll the release back"],
    [
      "Error: Provider produced inconsistent result after apply",
      "start the workflow again, which is all it takes",
    ],
    ["Error: Kubernetes cluster unreachable: Unauthorized", "the sign-in to the cluster ended"],
    ["Error: Error acquiring the state lock", "unlock the workspace"],
    ['Error: namespaces "apps" already exists', "import what the message names"],
    ["Error: context deadline exceeded", "a release's pods were not ready in time"],
    ["Error: InvalidParameterException", "correct the cause in a new commit"],
  ])("says what to do about %s", async (applyLog, advice) => {
    const { run } = setUp({ "vpc-staging": { applies: "errored", applyLog } });
    await run("plan", "vpc-staging");

    await expect(run("apply")).rejects.toThrow(advice);
  });

  test("refuses a plan that is no longer the one that was reviewed", async () => {
    const { run, hcp } = setUp({ "vpc-staging": {} });
    await run("plan", "vpc-staging");
    hcp.runs[0]!.status = "discarded";

    await expect(run("apply")).rejects.toThrow(
      "vpc-staging: expected the plan that was reviewed, got one that is discarded; start the workflow again, which plans anew and asks again",
    );
  });

  test("passes over what it has applied already, when it is run again", async () => {
    const { run, hcp } = setUp({ "vpc-staging": {}, "root-dns-staging": {} });
    await run("plan", "vpc-staging", "root-dns-staging");
    hcp.runs[0]!.status = "applied";
    hcp.asked.length = 0;

    expect(await run("apply")).toBe(0);
    expect(hcp.asked).toEqual(["runs/run-root-dns-staging/actions/apply"]);
  });

  test("names who holds the lock", async () => {
    const { run, hcp } = setUp({ "vpc-staging": {} });
    await run("plan", "vpc-staging");
    hcp.locked = { "vpc-staging": { type: "users", id: "user-1", attributes: { username: "jane.doe" } } };

    await expect(run("apply")).rejects.toThrow("got one locked by jane.doe; finish what holds it");
  });
});

describe("what a cancelled job left behind", () => {
  test.each([
    ["planned_and_saved", "discarded"],
    ["planned", "discarded"],
    ["planning", "canceled"],
    ["pending", "canceled"],
  ])("is ended by a token that may apply: %s → %s", async (status, ended) => {
    const { run, statuses } = setUp({ "vpc-staging": {} }, [
      { workspace: "vpc-staging", status, message: OURS },
    ]);

    expect(await run("deploy", "vpc-staging")).toBe(0);
    expect(statuses()).toEqual({ "run-before1": ended, "run-vpc-staging": "applied" });
  });

  test.each(["planned_and_saved", "planning"])(
    "is waited for by a token that may only plan, until it locks nothing: %s",
    async (status) => {
      const { run, statuses } = setUp({ "vpc-staging": {} }, [
        { workspace: "vpc-staging", status, message: OURS },
      ]);

      expect(await run("plan", "vpc-staging")).toBe(0);
      expect(statuses()).toEqual({
        "run-before1": "planned_and_saved",
        "run-vpc-staging": "planned_and_saved",
      });
    },
  );

  test("is named where a token that may only plan can neither end it nor wait for it", async () => {
    const before = { workspace: "vpc-staging", status: "policy_override", message: OURS };
    const { run } = setUp({ "vpc-staging": {} }, [before]);

    await expect(run("plan", "vpc-staging")).rejects.toThrow(
      "runs/run-before1 (policy_override); apply, discard or cancel it there",
    );
  });

  test("is waited for where it applies: cut short, it would leave half a state", async () => {
    const before = { workspace: "vpc-staging", status: "applying", message: OURS };
    const { run, statuses, hcp } = setUp({ "vpc-staging": {} }, [before]);

    expect(await run("plan", "vpc-staging")).toBe(0);
    expect(statuses()["run-before1"]).toBe("applied");
    expect(hcp.asked.filter((path) => path.includes("run-before1"))).toEqual([]);
  });

  test("is told from a run of a person, which is named and left alone", async () => {
    const before = { workspace: "vpc-staging", status: "planned", message: "by hand" };
    const { run, statuses } = setUp({ "vpc-staging": {} }, [before]);

    await expect(run("plan", "vpc-staging")).rejects.toThrow(
      "vpc-staging: expected no other run under way, got https://tf.example/app/govuk/workspaces/vpc-staging/runs/run-before1 (planned); apply, discard or cancel it there",
    );
    expect(statuses()).toEqual({ "run-before1": "planned" });
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
