import { describe, expect, it } from "vitest";
import { crdsAreOnRecord } from "../../../../checks/charts/rules/crds";
import type { ChartCrds } from "../../../../../src/settings/addon-definition/chart";
import { CHART } from "../../../../../src/addons/external-dns/chart";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { rendered } from "../../../../../__tests__/support/rendered";

const problems = (name: string, crds?: ChartCrds) => {
  const { release, ...rest } = rendered("");
  return crdsAreOnRecord({ ...rest, release: { ...release, chart: { name } }, crds }, testEnvironment);
};

describe("CRDs that Helm does not upgrade", () => {
  it("are those on record", () => {
    expect(problems("external-dns", CHART.crds)).toEqual([]);
    expect(problems("dex")).toEqual([]);
  });

  it("are refused when a new version of the chart has others", () => {
    expect(problems("external-dns", { ...CHART.crds!, digest: "0123" })).toEqual([
      expect.stringMatching(
        /^CRDs: .*got digest 0123 .*apply them to every cluster .*src\/addons\/external-dns\/chart\.ts$/,
      ),
    ]);
  });

  it("are refused when a chart begins or ceases to have some", () => {
    expect(problems("external-dns")).toEqual([expect.stringContaining("got none; Helm never upgrades them")]);
    expect(problems("dex", { names: ["a.b"], digest: "0123" })).toEqual([
      expect.stringContaining("expected those on record (none), got digest 0123 of a.b"),
    ]);
  });
});
