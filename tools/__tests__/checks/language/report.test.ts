import { describe, expect, it } from "vitest";
import { ENFORCED } from "../../../checks/language/enforced";
import type { Passage } from "../../../checks/language/passage";
import { report, type ReportProps } from "../../../checks/language/report";

const docComments = (count: number, text: string, file = "src/a/x.ts"): Passage[] =>
  Array.from({ length: count }, () => ({ file, line: 1, text, kind: "doc comment" }));

const reportOf = (different: Partial<ReportProps>) =>
  report({ passages: docComments(1, "Port."), enforced: ["src/a"], listed: [], subjects: [], ...different });

describe("report", () => {
  it("passes an enforced folder with one opening in twenty", () => {
    const passages = [...docComments(19, "Port."), ...docComments(1, "Where it is.")];

    expect(reportOf({ passages }).isWrong).toBe(false);
  });

  it("fails an enforced folder with more", () => {
    const passages = [...docComments(18, "Port."), ...docComments(1, "Where it is.")];
    const { text, isWrong } = reportOf({ passages });

    expect(isWrong).toBe(true);
    expect(text).toContain(
      "src/a: expected no sentence that breaks a rule and at most 5.0 % of openings, got 0 and 5.3 %; rewrite the " +
        "lines above",
    );
    expect(text).toContain("src/a/x.ts:1: Where it is.\n    opens with a question word");
  });

  it("fails an enforced folder with one sentence that breaks a rule", () => {
    const passages: Passage[] = [{ file: "src/a/x.ts", line: 3, text: "Ask somebody.", kind: "comment" }];

    expect(reportOf({ passages }).isWrong).toBe(true);
  });

  it("counts other folders without failing, and lists them when asked to", () => {
    const passages = [...docComments(38, "Port."), ...docComments(2, "Whom it asks.", "src/b/y.ts")];

    expect(reportOf({ passages })).toEqual({ text: expect.not.stringContaining("y.ts:1"), isWrong: false });
    expect(reportOf({ passages, listed: ["src/b"] })).toEqual({
      text: expect.stringContaining("src/b/y.ts:1: Whom it asks."),
      isWrong: false,
    });
  });

  it("fails a tree with more than one opening in twenty, wherever they are", () => {
    const passages = [...docComments(37, "Port."), ...docComments(2, "Where it is.", "src/b/y.ts")];

    expect(reportOf({ passages })).toEqual({
      text: expect.stringContaining(
        "all: expected at most 5.0 % of openings, got 5.1 %; list the folders above with --list, and rewrite " +
          "their openings",
      ),
      isWrong: true,
    });
  });

  it("gives a rate for each folder and for all", () => {
    const passages = [
      ...docComments(3, "Port."),
      ...docComments(1, "Where it is.", "src/b/c/y.ts"),
      ...docComments(1, "Where it is.", "main.ts"),
    ];

    expect(
      reportOf({ passages })
        .text.split("\n\n", 1)[0]!
        .split("\n")
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ["folder", "doc comments", "openings", "rate", "sentences", "enforced"],
      ["main.ts", "1", "1", "100.0 %", "0"],
      ["src/a", "3", "0", "0.0 %", "0", "yes"],
      ["src/b", "1", "1", "100.0 %", "0"],
      ["all", "5", "2", "40.0 %", "0", "yes"],
    ]);
  });

  it("fails for an enforced folder that has moved away", () => {
    expect(reportOf({ enforced: ["src/moved"] })).toEqual({
      text: expect.stringContaining(
        "src/moved: expected comments or pages, got none; correct its path in enforced.ts",
      ),
      isWrong: true,
    });
  });

  it("fails for a commit subject", () => {
    expect(reportOf({ subjects: ["abc Too long"] })).toEqual({
      text: expect.stringContaining("abc Too long"),
      isWrong: true,
    });
  });

  it("keeps its own rules", () => {
    expect(ENFORCED).toContain("tools/checks/language");
  });
});
