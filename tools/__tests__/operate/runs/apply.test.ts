import { describe, expect, test } from "vitest";
import { OURS } from "./fake-hcp";
import { setUp } from "./set-up";

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
