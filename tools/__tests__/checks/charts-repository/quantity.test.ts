import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountOf } from "../../../checks/charts-repository/quantity";

describe("quantities", () => {
  it.each([
    ["500m", 0.5],
    ["2", 2],
    ["1.5Gi", 1.5 * 2 ** 30],
    ["1e3", 1000],
    ["12E2", 1200],
    ["1E", 1e18],
    [".5k", 500],
  ])("are read: %s", (text, amount) => {
    expect(amountOf(text)).toBeCloseTo(amount, 6);
  });

  it("of whole numbers are themselves", () => {
    fc.assert(fc.property(fc.nat(), (number) => amountOf(String(number)) === number));
  });

  it.each(["", "m", "1 Gi", "1gi", "--1", "1.2.3"])("are none: %j", (text) => {
    expect(() => amountOf(text)).toThrow("expected a quantity such as 500m or 2Gi");
  });
});
