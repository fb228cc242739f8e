import { describe, expect, it } from "vitest";
import { valuesAreOnRecord } from "../../../../checks/charts/rules/known-values";
import type { ValueKeys } from "../../../../toolbox/value-keys";
import { CHART } from "../../../../../src/addons/external-dns/chart";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { rendered } from "../../../../../__tests__/support/rendered";

const { keys } = CHART.known;

const problems = (got: ValueKeys | undefined, version = CHART.known.version, name = CHART.name) => {
  const { release, ...rest } = rendered("");
  return valuesAreOnRecord(
    { ...rest, release: { ...release, chart: { name, version } }, keys: got },
    testEnvironment,
  );
};

describe("the values of a chart", () => {
  it("are those on record", () => {
    expect(problems(keys)).toEqual([]);
  });

  it("are refused when the chart has others", () => {
    const { affinity, ...others } = keys;

    expect(affinity).toBeDefined();
    expect(problems({ ...others, newest: null, serviceAccount: ["create"] })).toEqual([
      expect.stringMatching(
        /^values: expected those in src\/addons\/external-dns\/values\.json, got \+newest, -affinity, -serviceAccount\.annotations/,
      ),
    ]);
  });

  it("are not judged by the record of another release, nor those of a chart of our own", () => {
    expect(problems({}, "0.0.1")).toEqual([]);
    expect(problems(undefined)).toEqual([]);
    expect(problems({}, CHART.known.version, "manifests")).toEqual([]);
  });
});
