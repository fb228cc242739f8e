import { describe, expect, it } from "vitest";
import type { Answer } from "../../../offline/api-client";
import type { Surroundings } from "../../../operate/verify-cluster/surroundings";
import { CheckFailure, type ClusterCheck, type Names, until } from "../../../operate/verify-cluster/trial";
import { tryCluster } from "../../../operate/verify-cluster/try-cluster";

const NAMES: Names = {
  ...{ namespace: "cluster-check", image: "i", host: "h", zone: "z", loadBalancer: "l", word: "w" },
};

const silent = { started: () => undefined, finished: () => undefined };

/** Checks against a server that has nothing but the namespace, until that is removed. */
async function tried(
  checks: readonly ClusterCheck[],
  signal = new AbortController().signal,
  removed: string[] = [],
) {
  const there: Answer = { status: 200, body: {} };
  const nowhere = () => Promise.reject(new Error("it has nothing to do with this"));
  const at: Surroundings = {
    client: {
      get: () => Promise.resolve(removed.length === 0 ? there : { status: 404, body: {} }),
      create: nowhere,
      remove: (path) => Promise.resolve((removed.push(path), there)),
    },
    ...{ forward: nowhere, addressesOf: nowhere, ask: nowhere, pause: 1, signal },
  };
  const work = tryCluster({ names: NAMES, at }, { checks, has: (addon) => addon !== "tempo" }, silent);
  return { removed, results: await work };
}

const check = (name: string, run: ClusterCheck["run"], more: Partial<ClusterCheck> = {}): ClusterCheck => ({
  ...{ name, seconds: 5, run },
  ...more,
});

const works = (name: string, more: Partial<ClusterCheck> = {}) =>
  check(name, () => Promise.resolve("seen"), more);

const fails = (name: string, more: Partial<ClusterCheck> = {}) =>
  check(name, () => Promise.reject(new CheckFailure("expected one, got none")), more);

const told = (results: readonly { name: string; outcome: string; output: string }[]) =>
  results.map(({ name, outcome, output }) => [name, outcome, output]);

describe("a trial of a cluster", () => {
  it("leaves out what means nothing, goes on after a failure, and cleans up", async () => {
    const { results, removed } = await tried([
      fails("pod"),
      works("Service", { after: "pod" }),
      works("DNS", { after: "Service" }),
      works("trace", { needs: "tempo" }),
      works("sign-in page"),
    ]);

    expect(told(results)).toEqual([
      ["pod", "failed", "expected one, got none"],
      ["Service", "skipped", "it comes after pod"],
      ["DNS", "skipped", "it comes after Service"],
      ["trace", "skipped", "the cluster has no tempo"],
      ["sign-in page", "passed", "seen"],
      ["clean-up", "passed", "the workload is gone"],
    ]);
    expect(removed).toEqual(["/api/v1/namespaces/cluster-check"]);
  });

  it("ends a check that takes too long, with what it last saw", async () => {
    const slow = check(
      "metric",
      ({ at }, signal) => until(at, signal, "a number", () => Promise.resolve({ not: "zero" })),
      { seconds: 0.05 },
    );
    const { results } = await tried([slow]);

    expect(told(results)[0]).toEqual(["metric", "failed", "expected a number, got zero"]);
  });

  it("takes an answer that does not come for one that is not there yet", async () => {
    let attempts = 0;
    const late = check("DNS", ({ at }, signal) =>
      until(at, signal, "an address", () =>
        ++attempts < 3
          ? Promise.reject(new Error("fetch failed", { cause: new Error("ENOTFOUND") }))
          : Promise.resolve({ seen: "192.0.2.7" }),
      ),
    );
    const { results } = await tried([late]);

    expect(told(results)[0]).toEqual(["DNS", "passed", "192.0.2.7"]);
  });

  it("cleans up when it is interrupted", async () => {
    const interruption = new AbortController();
    const interrupted = check("pod", () => {
      interruption.abort();
      return Promise.resolve("seen");
    });
    const seen: string[] = [];
    const removed: string[] = [];
    const last = check("Service", () => Promise.resolve(String(seen.push("started"))));

    await expect(tried([interrupted, last], interruption.signal, removed)).rejects.toThrow();
    expect(seen).toEqual([]);
    expect(removed).toEqual(["/api/v1/namespaces/cluster-check"]);
  });
});
