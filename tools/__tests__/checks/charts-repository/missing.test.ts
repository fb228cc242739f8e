import { describe, expect, it } from "vitest";
import { judged } from "../../../checks/charts-repository/missing";

describe("what the layout says is not made", () => {
  const MISSING = ["a", "b"].map((name) => ({
    object: "Secret token-x",
    problem: "reference: expected Secret token-x, got none",
    callers: [`Deployment ${name}`],
  }));

  it("is no problem, and is told with its reason", () => {
    expect(judged(MISSING, [{ object: "Secret token-*", reason: "A job writes it." }])).toEqual({
      problems: [],
      notMade: ["Secret token-*: A job writes it."],
    });
  });

  it("says nothing of other objects, each of which is one problem of all that need it", () => {
    expect(judged(MISSING, [{ object: "Secret other", reason: "A job writes it." }])).toEqual({
      problems: ["reference: expected Secret token-x, got none; Deployment a and 1 more need it"],
      notMade: [],
    });
  });
});
