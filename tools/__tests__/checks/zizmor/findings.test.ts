import { expect, test } from "vitest";
import { missedInCanary } from "../../../checks/zizmor/canary";
import { type Finding, findingsIn } from "../../../checks/zizmor/findings";
import { problemsOf } from "../../../checks/zizmor/judge-findings";

const finding = (audit: string, file: string): Finding => ({
  audit,
  file,
  line: 9,
  severity: "High",
  says: "code injection: may expand into attacker-controllable code",
});

const location = (kind: string, row: number, annotation: string) => ({
  symbolic: { kind, annotation, key: { Local: { verbatim_path: ".github/workflows/deploy.yml" } } },
  concrete: { location: { start_point: { row, column: 4 } } },
});

test("reads a finding with the line of the place that is at fault", () => {
  const report = [
    {
      ident: "template-injection",
      desc: "code injection",
      determinations: { severity: "High", confidence: "High" },
      locations: [location("Related", 2, "this job"), location("Primary", 8, "may expand")],
    },
  ];

  expect(findingsIn(JSON.stringify(report))).toEqual([
    {
      audit: "template-injection",
      severity: "High",
      file: ".github/workflows/deploy.yml",
      line: 9,
      says: "code injection: may expand",
    },
  ]);
});

test("names a finding with its place, its audit and what to do", () => {
  expect(problemsOf([finding("template-injection", "a.yml")], [], "2026-11-29")).toEqual([
    "a.yml:9: code injection: may expand into attacker-controllable code (template-injection, High); " +
      "correct it (https://docs.zizmor.sh/audits/#template-injection), or accept it with a reason and a day in " +
      "tools/checks/zizmor/accepted-findings.ts",
  ]);
});

test("accepts a finding in its own file only, and until its day", () => {
  const accepted = [
    { audit: "artipacked", file: "a.yml", reason: "It pushes a tag.", until: "2027-05-31" },
  ] as const;
  const found = [finding("artipacked", "a.yml")];

  expect(problemsOf(found, accepted, "2027-05-30")).toEqual([]);
  expect(problemsOf([...found, finding("artipacked", "b.yml")], accepted, "2027-05-30")).toEqual([
    expect.stringMatching(/^b\.yml:9: /),
  ]);
  expect(problemsOf(found, accepted, "2027-05-31")).toEqual([
    expect.stringMatching(/^a\.yml:9: /),
    expect.stringContaining("artipacked in a.yml: accepted until 2027-05-31"),
  ]);
});

test("asks to remove an entry that nothing needs", () => {
  const accepted = [{ audit: "artipacked", file: "a.yml", reason: "It pushes a tag.", until: "2027-05-31" }];

  expect(problemsOf([], accepted, "2026-11-29")).toEqual([
    "tools/checks/zizmor/accepted-findings.ts: artipacked in a.yml: no longer found; remove the entry",
  ]);
});

test("does not believe a zizmor that finds nothing wrong with what is", () => {
  const canary = "tools/checks/zizmor/canary.yml";

  expect(missedInCanary([finding("template-injection", canary)])).toEqual([
    `zizmor misses what is known to be wrong: dangerous-triggers in ${canary}`,
  ]);
  expect(
    missedInCanary(["template-injection", "dangerous-triggers"].map((audit) => finding(audit, canary))),
  ).toEqual([]);
});
