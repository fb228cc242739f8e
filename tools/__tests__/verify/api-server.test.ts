import { expect, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { environmentSettings } from "../../../src/platform/environments";
import { defineEnvironments } from "../../samples/platform";
import { apiServer, otherMinors } from "../../verify/api-server";

const { signal } = new AbortController();

test("says that nothing was checked, and why, where no API server can be had", async () => {
  machineWith({});

  expect(await apiServer(() => undefined, signal)).toMatchObject({
    missing: "etcd: Go, which builds it, was not found",
    findings: [],
  });
});

test("says which clusters run another minor than the API server", () => {
  const [environment] = defineEnvironments(environmentSettings);
  const { version } = environment!.clusters[0]!.cluster;

  expect(otherMinors(`${version}.2`, [environment!])).toEqual([]);
  expect(otherMinors("1.99.0", [environment!])[0]).toBe(
    `${environment!.name} runs Kubernetes ${version}, not 1.99.0`,
  );
});
