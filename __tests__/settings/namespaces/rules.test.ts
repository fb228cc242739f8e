import { expect, it } from "vitest";
import { environment, problemsWith, testEnvironment } from "../../support/environments";

it("changes of a namespace only what the environment says", () => {
  const { namespaces } = environment({ namespaces: { apps: { quota: { pods: 10 } } } });

  expect(namespaces.apps!.quota).toEqual({ ...testEnvironment.namespaces.apps!.quota, pods: 10 });
  expect(namespaces.licensify).toEqual(testEnvironment.namespaces.licensify);
});

it("refuses quotas of nothing, memory that contradicts itself and ports that there are not, all at once", () => {
  const namespaces = {
    apps: { quota: { pods: 0 }, containers: { requestMemoryMib: 2_048 }, internetPorts: [443, 70_000] },
  };

  expect(problemsWith({ namespaces })).toEqual([
    "production clusters.govuk.namespaces.apps.quota.pods: expected a whole number from 1 to 1,000,000, got 0; nothing runs in a namespace that may have none",
    "production clusters.govuk.namespaces.apps.containers: expected requestMemoryMib ≤ limitMemoryMib ≤ maximumMemoryMib, got 2048, 1024, 32768; a container cannot request more than it may have",
    "production clusters.govuk.namespaces.apps.internetPorts[1]: expected a whole number from 1 to 65535, got 70000; write a TCP port",
  ]);
});

it("refuses callers that are no other namespace of applications, and ports that there are not", () => {
  const callers = { apps: [80], monitoring: [80], licensify: [0] };

  expect(problemsWith({ namespaces: { apps: { callers } } })).toEqual([
    'production clusters.govuk.namespaces.apps.callers.apps: expected another namespace, got "apps"; leave it out: pods of one namespace call each other',
    expect.stringContaining("production clusters.govuk.namespaces.apps.callers.monitoring: expected one of"),
    "production clusters.govuk.namespaces.apps.callers.licensify[0]: expected a whole number from 1 to 65535, got 0; write a TCP port",
  ]);
});

it("refuses a namespace that applications do not live in", () => {
  expect(problemsWith({ namespaces: { monitoring: {} } })[0]).toContain("namespaces");
});
