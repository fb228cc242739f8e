import { expect, test } from "vitest";
import type { Applications } from "../../../checks/apply-offline/apply-all";
import { reportOf } from "../../../checks/apply-offline/wording";
import { verdictOf } from "../../../verify/apply-offline";

const aws = { name: "aws", source: "aws", version: "6.0.0", missing: "no registry" };

const applications = (findings: readonly string[]): Applications => ({
  version: "1.36.3",
  providers: new Map([["aws", aws]]),
  clusters: [
    {
      ...{ stack: "integration", resources: 90, findings },
      leftOut: ["dex: no chart"],
      notes: ["namespace apps: restricted; its pods bear restricted"],
      steps: [{ name: "apply", seconds: 12.4 }],
    },
  ],
});

test("says loudly what stood in for a provider or was left out for a chart, in both reports", () => {
  const gaps = [
    "aws_*: no provider aws; well-formed values stand in for what it makes",
    "release dex: no chart",
  ];

  expect(verdictOf(applications([])).notChecked).toEqual(gaps);
  const { text, isWrong } = reportOf(applications([]));
  gaps.forEach((gap) => expect(text).toContain(`NOT CHECKED: ${gap}`));
  expect(text).toContain("apply 12 s");
  expect(text).toContain("integration namespace apps: restricted");
  expect(isWrong).toBe(false);
});

test("fails with a finding, which names the cluster", () => {
  expect(verdictOf(applications(["apply: refused"])).findings).toEqual(["integration apply: refused"]);
  expect(reportOf(applications(["apply: refused"])).isWrong).toBe(true);
});
