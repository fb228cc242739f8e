import { expect, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import type { Outcome } from "../../checks/charts/render-stack";
import type { Finding } from "../../checks/checkov-releases/findings";
import { checkovReleases, verdictOf } from "../../verify/checkov-releases";

const tool = { program: "python", version: "3.3.30", caveats: [] };
const release = { name: "dex" } as Outcome["release"];
const canary: Finding = { check: "CKV_K8S_16", asks: "No privileges", where: "canary: Pod/privileged" };

const verdict = (
  findings: readonly Finding[],
  outcomes: readonly Outcome[] = [],
  unread: readonly string[] = [],
) => verdictOf({ passed: 12, findings, unread }, outcomes, tool, "2026-11-29");

test("does not believe a checkov that finds nothing wrong with what is", () => {
  expect(verdict([]).findings).toEqual(["checkov misses what is known to be wrong"]);
  expect(verdict([canary]).findings).toEqual([]);
});

test("finds what no one has accepted", () => {
  const privileged = { ...canary, where: "dex: Deployment/dex" };

  expect(verdict([canary, privileged]).findings).toEqual([
    expect.stringMatching(/^CKV_K8S_16: No privileges: dex: Deployment\/dex; /),
  ]);
});

test("says aloud which releases could not be rendered, each once", () => {
  const missing: Outcome = { release, notRendered: "no such host" };

  expect(verdict([canary], [missing, missing])).toMatchObject({
    checked: "0 of 1 releases, 12 checks passed",
    notChecked: ["dex: NOT RENDERED no such host"],
  });
});

test("finds releases that Helm does not render and files that checkov cannot read", () => {
  expect(verdict([canary], [{ release, problem: "no such value" }], ["dex/1.yaml"]).findings).toEqual([
    "dex/1.yaml: checkov cannot read it",
    "dex: no such value",
  ]);
});

test("says that there is neither Helm nor Python", async () => {
  machineWith({});

  expect(await checkovReleases(() => undefined, new AbortController().signal)).toMatchObject({
    findings: [],
    missing: expect.stringContaining("python3 was not found"),
  });
});
