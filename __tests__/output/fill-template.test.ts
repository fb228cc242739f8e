import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../src/output/fill-template";

describe("fillTemplate", () => {
  it("puts a value in place of each expression, however it is nested", () => {
    const valueOf = (expression: string) => `<${expression.length}>`;

    expect(fillTemplate('a ${b} ${join("}", [c])} ${b}', valueOf)).toBe("a <1> <14> <1>");
  });

  it("turns what only looks like an expression into what it looks like", () => {
    expect(fillTemplate("$${b} ${b} %%{ if }", () => "value")).toBe("${b} value %{ if }");
  });
});
