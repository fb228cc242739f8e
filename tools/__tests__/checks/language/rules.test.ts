import { describe, expect, it } from "vitest";
import type { Passage } from "../../../checks/language/passage";
import { findingsOf } from "../../../checks/language/rules";

const findings = (text: string, kind: Passage["kind"] = "comment") =>
  findingsOf({ file: "a.ts", line: 7, text, kind });

const rules = (text: string, kind?: Passage["kind"]) =>
  findings(text, kind).map(({ rule }) => rule.split(":")[0]);

describe("an opening", () => {
  it.each(["What", "Who", "Whom", "Whose", "Where", "Whether", "That", "Which", "How", "what"])(
    "with %s is counted in a doc comment",
    (word) => {
      expect(findings(`${word} it does.`, "doc comment")).toContainEqual(
        expect.objectContaining({ text: `${word} it does.`, isOpening: true }),
      );
    },
  );

  it.each(["Port on which it listens.", "Restarts workloads.", "Whatever", "`what` is code."])(
    "is none in %s",
    (text) => {
      expect(findings(text, "doc comment")).toEqual([]);
    },
  );

  it("is counted in doc comments only", () => {
    expect(findings("Where it fails, wait.")).toEqual([]);
  });
});

describe("a sentence", () => {
  it.each([
    ["Of its silence CloudWatch tells.", 'begins with "Of"'],
    ["Whom it e-mails.", 'begins with "Whom"'],
    ["What is published is encrypted.", 'has "What …" as its subject'],
    ["Ask somebody.", "says somebody, nobody or whoever"],
    ["Nobody hears of it.", "says somebody, nobody or whoever"],
    ["Whoever runs it waits.", "says somebody, nobody or whoever"],
    ["It mends itself.", "says mend"],
  ])("is refused: %s", (text, rule) => {
    expect(rules(text)).toEqual([rule]);
    expect(rules(text, "page")).toEqual([rule]);
  });

  it.each([
    "Often it waits.",
    "A kind of port.",
    "What has changed since then?",
    "Run `mend --nobody`.",
    "See [the page](nobody.md).",
    "Recommended amendments.",
  ])("is not refused: %s", (text) => {
    expect(rules(text)).toEqual([]);
  });

  it("is found after others, with its line", () => {
    expect(findings("It waits.\nThen it goes on. Of this\nit tells. It ends.")).toEqual([
      expect.objectContaining({ file: "a.ts", line: 8, text: "Of this it tells.", isOpening: false }),
    ]);
  });

  it("is found with the line on which it begins, not that of the comment", () => {
    expect(findings("\nWhat it is.", "doc comment").map(({ line }) => line)).toEqual([8]);
  });
});
