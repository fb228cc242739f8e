import { expect, test } from "vitest";
import type { AcceptedFinding } from "../../../checks/checkov-releases/accepted/accepted-finding";
import { type Finding, reportOf } from "../../../checks/checkov-releases/findings";
import { problemsOf } from "../../../checks/checkov-releases/judge-findings";

const FILE = "tools/checks/checkov-releases/accepted";

const root = (where: string): Finding => ({ check: "CKV_K8S_40", asks: "Use a high UID", where });
const accepted: AcceptedFinding = {
  check: "CKV_K8S_40",
  on: ["seal: CronJob/*"],
  reason: "It waits for another image.",
  until: "2027-05-31",
};
const on = (today: string, rendered = ["seal"]) => ({ today, rendered });

test("reads each finding once, with its release and its object", () => {
  const failed = (file: string) => ({
    check_id: "CKV_K8S_40",
    check_name: "Use a high UID",
    file_path: file,
    resource: "CronJob.seal.seal-ai",
  });
  const report = {
    summary: { passed: 7 },
    results: {
      failed_checks: [failed("/seal/0a.yaml"), failed("/seal/0b.yaml")],
      parsing_errors: ["/dex/1.yaml"],
    },
  };

  expect(reportOf(JSON.stringify(report))).toEqual({
    passed: 7,
    findings: [root("seal: CronJob/seal-ai")],
    unread: ["/dex/1.yaml"],
  });
});

test("tells a check that is not accepted with every place", () => {
  expect(problemsOf([root("seal: CronJob/a"), root("dex: Deployment/dex")], [], on("2026-11-29"))).toEqual([
    `CKV_K8S_40: Use a high UID: seal: CronJob/a, dex: Deployment/dex; correct the values, or accept it with a reason and a day in ${FILE}`,
  ]);
});

test("accepts a finding on its objects only, and until its day", () => {
  const found = [root("seal: CronJob/a")];

  expect(problemsOf(found, [accepted], on("2027-05-30"))).toEqual([]);
  expect(problemsOf([...found, root("seal: Job/a")], [accepted], on("2027-05-30"))).toEqual([
    expect.stringContaining("seal: Job/a;"),
  ]);
  expect(problemsOf(found, [accepted], on("2027-05-31"))).toEqual([
    expect.stringContaining("seal: CronJob/a;"),
    `${FILE}: CKV_K8S_40: accepted until 2027-05-31; correct it, or set a later day`,
  ]);
});

test("asks to remove an entry that nothing needs, unless its release was not rendered", () => {
  expect(problemsOf([], [accepted], on("2026-11-29"))).toEqual([
    `${FILE}: CKV_K8S_40 on seal: CronJob/*: no longer found; remove it`,
  ]);
  expect(problemsOf([], [accepted], on("2026-11-29", ["dex"]))).toEqual([]);
});
