import { expect, test } from "vitest";
import type { Finding } from "../../checks/checkov/findings";
import { checkov, verdictOf } from "../../verify/checkov";
import { machineWith } from "../../../__tests__/support/fake-programs";

const tool = { program: "python", version: "3.3.30", caveats: ["checkov 3.3.30, not 3.4.0"] };

const found = (where: string): Finding => ({
  check: "CKV_AWS_0",
  asks: "Ensure nothing",
  where,
  onlyInPlan: false,
});

/** Known mistake. */
const CANARY = found("canary: aws_rds_cluster.open");

const verdict = (findings: readonly Finding[], unread: readonly string[] = [], plans = 2) =>
  verdictOf({ passed: 12, findings, unread }, 3, plans, tool);

test("finds what nobody has accepted, and says what to do", () => {
  expect(verdict([CANARY, found("vpc: aws_vpc.one")]).findings).toContain(
    "CKV_AWS_0 (unrated): Ensure nothing: vpc: aws_vpc.one; correct it, or accept it with a reason in tools/checks/checkov/accepted-findings.ts",
  );
});

test("finds what is accepted and no longer occurs", () => {
  const { findings } = verdict([CANARY]);

  expect(findings).toContainEqual(expect.stringContaining("no longer found; remove it"));
  expect(findings).not.toContain("checkov misses what is known to be wrong");
});

test("does not believe a checkov that finds nothing wrong with what is", () => {
  expect(verdict([]).findings).toContain("checkov misses what is known to be wrong");
});

test("finds files that checkov cannot read", () => {
  expect(verdict([CANARY], ["stacks/vpc-production/cdk.tf.json"]).findings).toContain(
    "stacks/vpc-production/cdk.tf.json: checkov cannot read it",
  );
});

test("counts what was looked at, and says aloud that plans were not", () => {
  expect(verdict([CANARY]).checked).toMatch(/^3 stacks and 2 plans, 12 checks passed; accepted /);
  expect(verdict([CANARY], [], 0).caveats).toEqual([
    "checkov 3.3.30, not 3.4.0",
    "no plan is newer than the source: npm run emulate makes them",
  ]);
});

test("says that there is no Python", async () => {
  machineWith({});

  expect(await checkov(() => undefined, new AbortController().signal)).toMatchObject({
    findings: [],
    missing: "python3 was not found",
  });
});
