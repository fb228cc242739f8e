import { describe, expect, it } from "vitest";
import { recordFitsItsSecret } from "../../../../checks/charts/rules/size";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { rendered } from "../../../../../__tests__/support/rendered";

const problems = (recordBytes: number) =>
  recordFitsItsSecret({ ...rendered(""), recordBytes }, testEnvironment);

describe("Helm's record of a release", () => {
  it("fits its Secret with a margin", () => {
    expect(problems(960 * 1024)).toEqual([]);
  });

  it("is refused before it no longer fits", () => {
    expect(problems(1000 * 1024)).toEqual([
      expect.stringMatching(/expected at most 95 % of a Secret's 1 MiB, got 98 %; switch off CRDs/),
    ]);
  });
});
