import { describe, expect, it } from "vitest";
import { passagesOfPage } from "../../../checks/language/pages";

const found = (source: string) => passagesOfPage("a.md", source).map(({ line, text }) => [line, text]);

describe("passagesOfPage", () => {
  it("finds paragraphs, over several lines, and no headings", () => {
    expect(found("# What it is\n\nOne\nsentence.\n\nAnother.\n")).toEqual([
      [3, "One\nsentence."],
      [6, "Another."],
    ]);
  });

  it("finds each item of a list by itself", () => {
    expect(found("1. One\n   goes on.\n2. Two.\n- [ ] Three.\n")).toEqual([
      [1, "One\ngoes on."],
      [3, "Two."],
      [4, "Three."],
    ]);
  });

  it("finds each cell of a table by itself", () => {
    expect(found("| Command | Effect \\| more |\n| --- | --- |\n| `a` | Waits. |\n")).toEqual([
      [1, "Command"],
      [1, "Effect \\| more"],
      [3, "`a`"],
      [3, "Waits."],
    ]);
  });

  it("skips blocks of code", () => {
    expect(found("Before.\n```sh\n# Of nothing.\n```\nAfter.\n")).toEqual([
      [1, "Before."],
      [5, "After."],
    ]);
  });
});
