import { describe, expect, it } from "vitest";
import { POLICIES } from "../../../src/addons/gatekeeper/policies";

describe.each(Object.entries(POLICIES))("the policy %s", (name, policy) => {
  it("has cases that it lets in and cases that it refuses, each with a name of its own", () => {
    const names = policy.cases.map((one) => one.name);

    expect(policy.cases.some(({ refusal }) => refusal === undefined)).toBe(true);
    expect(policy.cases.some(({ refusal }) => refusal !== undefined)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is judged with the parameters that it has", () => {
    expect(Object.keys(policy.example).sort()).toEqual(Object.keys(policy.parameters).sort());
  });

  it("has a kind that says what its constraint's name says", () => {
    expect(policy.kind.replaceAll(/(?<!^)[A-Z]/g, "-$&").toLowerCase()).toBe(name);
  });
});
