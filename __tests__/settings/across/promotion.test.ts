import { describe, expect, it } from "vitest";
import { promotedEnvironmentsExist } from "../../../src/settings/across/promotion";
import { organisation } from "../../support/organisation";

const problems = (promotion: readonly string[], ...names: readonly string[]) =>
  promotedEnvironmentsExist(
    names.map((name) => ({ name })),
    { ...organisation, promotion: [...promotion] },
  );

describe("the order of promotion", () => {
  it("may leave out environments", () => {
    expect(problems(["staging", "production"], "integration", "staging", "production")).toEqual([]);
  });

  it("is refused where it leads to environments that nobody has written down", () => {
    expect(problems(["integration", "staging", "production"], "staging")).toEqual([
      'organisation.promotion[0]: expected the name of an environment, got "integration", which is none; add it to src/platform/environments, or leave it out here',
      'organisation.promotion[2]: expected the name of an environment, got "production", which is none; add it to src/platform/environments, or leave it out here',
    ]);
  });
});
