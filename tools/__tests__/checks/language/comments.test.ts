import { describe, expect, it } from "vitest";
import { commentsOf } from "../../../checks/language/comments";

const found = (source: string) =>
  commentsOf("a.ts", source).map(({ line, kind, text }) => [line, kind, text.trim()]);

describe("commentsOf", () => {
  it("tells doc comments from others", () => {
    expect(found("/** Port. */\nconst a = 1; // Twice.\n/* Aside. */\n")).toEqual([
      [1, "doc comment", "Port."],
      [2, "comment", "Twice."],
      [3, "comment", "Aside."],
    ]);
  });

  it("joins consecutive line comments, and no others", () => {
    expect(found("// One\n// sentence.\n\n// Another.\n")).toEqual([
      [1, "comment", "One\nsentence."],
      [4, "comment", "Another."],
    ]);
  });

  it("gives a doc comment's tags their own passages and lines, without their names", () => {
    expect(
      found("/**\n * Waits.\n *\n * @throws if it is late\n * @default - nothing\n */\nconst a = 1;"),
    ).toEqual([
      [1, "doc comment", "Waits."],
      [4, "comment", "if it is late"],
      [5, "comment", "nothing"],
    ]);
  });

  it("does not count a doc comment that is only a tag as one with an opening", () => {
    expect(found("/** @default - what is there */\nconst a = 1;")).toEqual([[1, "comment", "what is there"]]);
  });

  it("finds comments anywhere, and none in strings and templates", () => {
    const source =
      "const a = { // Before.\n  b: [`// ${c /* In. */} //`, '/* no */'],\n  // After.\n};\n// End.";

    expect(found(source)).toEqual([
      [1, "comment", "Before."],
      [2, "comment", "In."],
      [3, "comment", "After."],
      [5, "comment", "End."],
    ]);
  });
});
