import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { environmentSettings } from "../../../src/platform/environments";
import { mainCluster } from "../../../src/settings/environment/environment";
import type { CheckResult } from "../../kit/run-checks";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { kubeconfigOf, withControlPlane } from "../../offline/control-plane";
import type { ApiServer } from "../../offline/api-server";
import { playEks } from "../../checks/apply-offline/play-eks";
import { clusterOf, withKubectl } from "../../operate/verify-cluster/kubectl";
import { namesOf } from "../../operate/verify-cluster/names";
import { tryOnce } from "../../operate/verify-cluster/run";
import { defineEnvironments } from "../../samples/platform";
import { applyPrograms } from "../../toolbox/apply-programs";
import { externalSecret, type Faults, playAws, playPages } from "../operate/verify-cluster/played-aws";

const { signal } = new AbortController();
const [first] = defineEnvironments(environmentSettings);
const environment = mainCluster(first!);

/** Control plane of this machine; a reason where it cannot be had. */
let programs: Awaited<ReturnType<typeof applyPrograms>>;
beforeAll(async () => {
  programs = await applyPrograms(() => undefined, signal);
  if ("missing" in programs) {
    console.warn(`NOT CHECKED: npm run verify-cluster was not tried: ${programs.missing}`);
  }
}, 900_000);

beforeEach((context) => {
  if ("missing" in programs) {
    context.skip(programs.missing);
  }
});

/** Tries a played cluster with the real API server, and says what is left of the workload. */
const tried = (secrets: readonly boolean[], faults: Faults = {}) =>
  withServer(async (server) => {
    await playEks(server.client);
    const end = new AbortController();
    await playAws({ client: server.client, signal: end.signal });
    for (const [index, ready] of secrets.entries()) {
      const path = "/apis/external-secrets.io/v1/namespaces/default/externalsecrets";
      await waitFor(
        async () => (await server.client.create(path, externalSecret(`secret-${index}`, ready))).status < 300,
      );
    }
    const pages = await playPages(faults);
    try {
      const results = await inKubectl(server, (at) =>
        tryOnce(environment, { names: namesOf(environment), at: { ...at, ...pages, pause: 200 } }, silent),
      );
      const left = await server.client.get("/api/v1/namespaces/cluster-check");
      return { results, left: left.status };
    } finally {
      pages.stop();
      end.abort();
    }
  });

const silent = { started: () => undefined, finished: () => undefined };

async function waitFor(works: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100 && !(await works()); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function withServer<T>(work: (server: ApiServer) => Promise<T>): Promise<T> {
  if ("missing" in programs) {
    throw new Error(programs.missing);
  }
  return withControlPlane(programs.programs, signal, work);
}

const inKubectl = <T>(server: ApiServer, work: Parameters<typeof withKubectl<T>>[2]): Promise<T> =>
  inTemporaryFolder("kubeconfig", async (folder) => {
    const file = join(folder, "config.json");
    writeFileSync(file, JSON.stringify(kubeconfigOf(server)), { mode: 0o600 });
    const kubectl = ["kubectl", "--kubeconfig", file];
    expect(await clusterOf(kubectl, signal)).toBe("played");
    return withKubectl(kubectl, signal, work);
  });

const outcomes = (results: readonly CheckResult[]) =>
  Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));

describe("npm run verify-cluster", () => {
  it("passes every check of a good cluster, and leaves nothing behind", async () => {
    const { results, left } = await tried([true, true]);

    expect(results.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    expect(outcomes(results)).toEqual({
      pod: "passed",
      Service: "passed",
      "denied network path": "passed",
      Ingress: "passed",
      DNS: "passed",
      TLS: "passed",
      ExternalSecret: "passed",
      volume: "passed",
      metric: "passed",
      "log line": "passed",
      trace: "passed",
      "sign-in page": "passed",
      "scale-up": "passed",
      "clean-up": "passed",
    });
    expect(left).toBe(404);
  }, 600_000);

  it("says what does not work, and cleans up all the same", async () => {
    const { results, left } = await tried([true, false], { issuer: "https://elsewhere.example" });

    expect(
      results.filter(({ outcome }) => outcome === "failed").map(({ name, output }) => [name, output]),
    ).toEqual([
      [
        "ExternalSecret",
        "expected that every ExternalSecret has its values, got 1 without: default/secret-1",
      ],
      [
        "sign-in page",
        "expected the issuer https://dex.eks.integration.govuk.digital, got https://elsewhere.example",
      ],
    ]);
    expect(left).toBe(404);
  }, 600_000);
});
