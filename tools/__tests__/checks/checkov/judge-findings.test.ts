import { describe, expect, it } from "vitest";
import { ACCEPTED_FINDINGS, type AcceptedFinding } from "../../../checks/checkov/accepted-findings";
import type { Finding } from "../../../checks/checkov/findings";
import { judgeFindings } from "../../../checks/checkov/judge-findings";
import { severityOf } from "../../../checks/checkov/severities";

const FILE = "tools/checks/checkov/accepted-findings.ts";

const finding = (where: string, overrides: Partial<Finding> = {}): Finding => ({
  check: "CKV_AWS_39",
  asks: "Shut it",
  where,
  onlyInPlan: false,
  ...overrides,
});

const accepted = (on: string[], overrides: Partial<AcceptedFinding> = {}): AcceptedFinding => ({
  check: "CKV_AWS_39",
  on,
  reason: "why",
  ...overrides,
});

const problems = (findings: Finding[], list: AcceptedFinding[], hasPlans = true) =>
  judgeFindings(findings, list, hasPlans).problems;

describe("judgeFindings", () => {
  it("lets pass what was accepted, where it was accepted", () => {
    const list = [accepted(["vpc: aws_subnet.public-*"])];
    const findings = ["vpc: aws_subnet.public-a", "vpc: aws_subnet.public-b"].map((where) => finding(where));

    expect(judgeFindings(findings, list, true)).toEqual({ accepted: findings, problems: [] });
    expect(problems([...findings, finding("ecr: aws_subnet.public-a")], list)).toEqual([
      `CKV_AWS_39 (LOW): Shut it: ecr: aws_subnet.public-a; correct it, or accept it with a reason in ${FILE}`,
    ]);
  });

  it("accepts one check's finding and not another's of the same resource", () => {
    const other = finding("vpc: aws_subnet.a", { check: "CKV_AWS_130" });

    expect(problems([finding("vpc: aws_subnet.a"), other], [accepted(["vpc: aws_subnet.a"])])).toHaveLength(
      1,
    );
  });

  it("says of what is found in many places where some of them are, and what only a plan shows", () => {
    const many = ["a", "b", "c", "d", "e", "f", "g"].map((name) =>
      finding(`vpc: ${name}`, { onlyInPlan: true }),
    );

    expect(problems(many, [])[0]).toContain("vpc: a (in its plan), vpc: b (in its plan)");
    expect(problems(many, [])[0]).toContain("vpc: e (in its plan), 2 more; correct it");
  });

  it("names the gravest first, after those that nobody has rated", () => {
    const found = ["CKV_AWS_39", "CKV_AWS_339", "CKV_NEW_1"].map((check) => finding("vpc: a", { check }));

    expect(problems(found, []).map((problem) => problem.split(":")[0])).toEqual([
      "CKV_NEW_1 (unrated)",
      "CKV_AWS_339 (HIGH)",
      "CKV_AWS_39 (LOW)",
    ]);
  });

  it("calls an accepted finding that no longer occurs an error, place by place", () => {
    const list = [accepted(["vpc: aws_subnet.a", "vpc: aws_subnet.b"])];

    expect(problems([finding("vpc: aws_subnet.a")], list)).toEqual([
      `CKV_AWS_39 on vpc: aws_subnet.b: no longer found; remove it from ${FILE}`,
    ]);
  });

  it("misses nothing that only plans show where there are none", () => {
    const list = [accepted(["vpc: module.a"], { onlyInPlans: true })];

    expect(problems([], list, false)).toEqual([]);
    expect(problems([], list, true)).toHaveLength(1);
  });
});

describe("accepted findings", () => {
  it("are of checks of which somebody has said how grave they are", () => {
    expect(ACCEPTED_FINDINGS.filter(({ check }) => severityOf(check) === undefined)).toEqual([]);
  });

  it("have a reason and a place each, and none is there twice", () => {
    expect(ACCEPTED_FINDINGS.filter(({ reason, on }) => reason === "" || on.length === 0)).toEqual([]);

    const places = ACCEPTED_FINDINGS.flatMap(({ check, on }) => on.map((place) => `${check} ${place}`));
    expect(new Set(places).size).toBe(places.length);
  });
});
