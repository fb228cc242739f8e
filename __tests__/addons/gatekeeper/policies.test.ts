import { describe, expect, it } from "vitest";
import { POLICIES, type PolicyName } from "../../../src/addons/gatekeeper/policies";
import { POLICY_CASES } from "../../../src/addons/gatekeeper/policies/index.cases";

describe.each(Object.entries(POLICIES))("the policy %s", (name, policy) => {
  const { parameters, cases } = POLICY_CASES[name as PolicyName];

  it("has cases that it lets in and cases that it refuses, each with a name of its own", () => {
    const names = cases.map((one) => one.name);

    expect(cases.some(({ refusal }) => refusal === undefined)).toBe(true);
    expect(cases.some(({ refusal }) => refusal !== undefined)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is judged with the parameters that it has", () => {
    expect(Object.keys(parameters).sort()).toEqual(Object.keys(policy.parameters).sort());
  });

  it("has a kind that says what its constraint's name says", () => {
    expect(policy.kind.replaceAll(/(?<!^)[A-Z]/g, "-$&").toLowerCase()).toBe(name);
  });
});
