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
    'production clusters.govuk.addons.gatekeeper.exceptions[3].namespace: expected one of apps, licensify, datagovuk, delivery, cluster-services, monitoring, gatekeeper-system, got "default"; nothing of ours is in any other namespace',
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

const ingress = {
  namespace: "apps",
  hosts: ["www.example.org"],
  annotations: [{ name: "alb.ingress.kubernetes.io/group.name", values: ["backend"] }],
  reason: "Teams share a load balancer.",
};

const problemsOfIngress = (changes: Partial<Record<keyof typeof ingress, unknown>>) =>
  problemsWith({ addons: { gatekeeper: { ingresses: [{ ...ingress, ...changes } as typeof ingress] } } });

it("takes hosts and annotations of a namespace with a reason", () => {
  expect(problemsOfIngress({})).toEqual([]);
});

it.each([
  ["namespace", { namespace: "nowhere" }, "namespace"],
  ["a host for a whole domain", { hosts: ["*.example.org"] }, "hosts[0]"],
  ["a host that is no name", { hosts: ["*"] }, "hosts[0]"],
  [
    "an annotation that no policy judges",
    { annotations: [{ name: "example.org/a" }] },
    "annotations[0].name",
  ],
  ["all annotations at once", { annotations: [{ name: "*" }] }, "annotations[0].name"],
  ["no reason", { reason: "" }, "reason"],
])("refuses for Ingresses %s", (_, changes, path) => {
  expect(problemsOfIngress(changes)).toEqual([
    expect.stringContaining(`addons.gatekeeper.ingresses[0].${path}: expected`),
  ]);
});

const image = { namespace: "apps", repositories: ["docker.io/library/redis"], reason: "Charts run Redis." };

const problemsOfImage = (changes: Partial<typeof image>) =>
  problemsWith({ addons: { gatekeeper: { images: [{ ...image, ...changes }] } } });

it("takes images of a namespace with a reason", () => {
  expect(problemsOfImage({})).toEqual([]);
});

it.each([
  ["namespace", { namespace: "nowhere" }, "namespace"],
  ["a whole registry", { repositories: ["docker.io/"] }, "repositories[0]"],
  ["a pattern", { repositories: ["docker.io/library/*"] }, "repositories[0]"],
  ["a tag", { repositories: ["docker.io/library/redis:8"] }, "repositories[0]"],
  ["an image without its host", { repositories: ["library/redis"] }, "repositories[0]"],
  ["no reason", { reason: "" }, "reason"],
])("refuses for images %s", (_, changes, path) => {
  expect(problemsOfImage(changes)).toEqual([
    expect.stringContaining(`addons.gatekeeper.images[0].${path}: expected`),
  ]);
});

const paging = { namespace: "apps", reason: "Its team answers at any hour." };

it("takes namespaces whose alerts page, with a reason", () => {
  expect(problemsWith({ addons: { gatekeeper: { paging: [paging] } } })).toEqual([]);
});

it.each([
  ["of a namespace that is not there", { namespace: "nowhere" }, "namespace"],
  ["without a reason", { reason: "" }, "reason"],
])("refuses alerts that page %s", (_, changes, path) => {
  expect(problemsWith({ addons: { gatekeeper: { paging: [{ ...paging, ...changes }] } } })).toEqual([
    expect.stringContaining(`addons.gatekeeper.paging[0].${path}: expected`),
  ]);
});
