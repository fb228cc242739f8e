import { expect, it } from "vitest";
import { POLICIES } from "../../../../src/addons/gatekeeper/policies";
import { POLICY_NAMES } from "../../../../src/addons/gatekeeper/settings";
import { problemsWith, testEnvironment } from "../../../support/environments";

const exception = {
  policy: "no-host-access",
  namespace: "monitoring",
  name: "fluent-bit-*",
  reason: "It reads files of the node.",
  until: "2027-03-31",
};

const problemsOf = (...exceptions: readonly object[]) =>
  problemsWith({ addons: { gatekeeper: { exceptions } } });

it("takes an exception with a day and a reason", () => {
  expect(problemsOf(exception)).toEqual([]);
});

it("refuses exceptions without a day or a reason, each with its path and all at once", () => {
  const without = (key: keyof typeof exception) =>
    Object.fromEntries(Object.entries(exception).filter(([name]) => name !== key));

  const problems = problemsOf(without("until"), { ...without("reason"), name: "grafana" });

  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain("addons.gatekeeper.exceptions[0].until: expected");
  expect(problems[1]).toContain("addons.gatekeeper.exceptions[1].reason: expected");
});

it("names a missing day together with whatever else is wrong", () => {
  const undated = { ...exception, until: undefined };

  expect(
    problemsWith({ cluster: { version: "1.99" }, addons: { gatekeeper: { exceptions: [undated] } } }),
  ).toEqual(
    expect.arrayContaining([
      expect.stringContaining(
        'clusters.govuk.version: expected one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, got "1.99"',
      ),
      'production clusters.govuk.addons.gatekeeper.exceptions[0].until: expected a day such as "2027-03-31", got nothing; no exception lasts for ever: choose when to look at it again',
    ]),
  );
});

it("refuses a second exception of the same object, whose day might be another", () => {
  const of = (...exceptions: readonly object[]) => problemsOf(exception, ...exceptions);

  expect(of({ ...exception, name: "node-exporter-*" }, { ...exception, policy: "required-labels" })).toEqual(
    [],
  );
  expect(of({ ...exception, until: "2029-03-31" })).toEqual([
    'production clusters.govuk.addons.gatekeeper.exceptions[1]: expected each object once for a policy, got "no-host-access monitoring/fluent-bit-*" a second time; keep the one that holds',
  ]);
});

it("refuses days that there are not, reasons that say nothing, whole namespaces and unknown ones, all at once", () => {
  expect(
    problemsOf(
      { ...exception, until: "2027-02-30" },
      { ...exception, name: "grafana", reason: "because" },
      { ...exception, name: "*" },
      { ...exception, namespace: "default" },
      { ...exception, name: "fluent-*-bit" },
    ),
  ).toEqual([
    'production clusters.govuk.addons.gatekeeper.exceptions[0].until: expected a day such as "2027-03-31", got "2027-02-30"; no exception lasts for ever: choose when to look at it again',
    'production clusters.govuk.addons.gatekeeper.exceptions[1].reason: expected a sentence, got "because"; say why it cannot be otherwise, for the engineer who looks at it next year',
    'production clusters.govuk.addons.gatekeeper.exceptions[2].name: expected the name of an object such as "fluent-bit-*", got "*"; except one object, or those whose names begin alike, and not all of a namespace',
    'production clusters.govuk.addons.gatekeeper.exceptions[3].namespace: expected one of apps, licensify, datagovuk, cluster-services, monitoring, gatekeeper-system, got "default"; nothing of ours is in any other namespace',
    'production clusters.govuk.addons.gatekeeper.exceptions[4].name: expected the name of an object such as "fluent-bit-*", got "fluent-*-bit"; except one object, or those whose names begin alike, and not all of a namespace',
  ]);
});

it("refuses an exception from a policy that there is not", () => {
  expect(problemsOf({ ...exception, policy: "no-fun" })[0]).toContain(
    "addons.gatekeeper.exceptions[0].policy",
  );
});

it("refuses memory that contradicts itself", () => {
  const memory = { requestMib: 1_024, limitMib: 512 };

  expect(problemsWith({ addons: { gatekeeper: { auditMemory: memory } } })).toEqual([
    "production clusters.govuk.addons.gatekeeper.auditMemory: expected 64 ≤ requestMib ≤ limitMib ≤ 65536, got 1024 and 512; write whole numbers of MiB",
  ]);
});

it("knows every policy that there is", () => {
  expect([...POLICY_NAMES]).toEqual(Object.keys(POLICIES));
});

it("lets an exception that is over be synthesised, so that the same source makes the same on every day", () => {
  expect(problemsOf({ ...exception, until: "2020-01-01" })).toEqual([]);
  expect(testEnvironment.addons.gatekeeper).not.toBe(false);
});
