import { describe, expect, it } from "vitest";
import { problemsOfCallers } from "../../../src/settings/checking/callers";
import { pagesHaveVisitors } from "../../../src/settings/across/administrator-pages";
import { problemsWith, testEnvironment } from "../../support/environments";

describe("the pages that administer a cluster", () => {
  it("are refused without a word about who may visit them", () => {
    const { cluster, ...rest } = testEnvironment;

    expect(pagesHaveVisitors({ ...rest, cluster: { ...cluster, administratorPages: undefined } })).toEqual([
      "administratorPages: expected the visitors of the pages of dex, argoCd, argoWorkflows, grafana, oauth2Proxy, got none; " +
        'write { cidrs: ["203.0.113.0/24"] } with your own addresses, here or in organisation.callers, or { everyAddress: { reason: "…" } }',
    ]);
  });

  it("may admit the ranges of one cluster's own", () => {
    expect(problemsWith({ cluster: { administratorPages: { cidrs: ["203.0.113.0/24"] } } })).toEqual([]);
  });

  it("are refused with every address in disguise", () => {
    expect(problemsOfCallers({ cidrs: ["0.0.0.0/0"] }, ["administratorPages"])).toHaveLength(1);
  });
});
