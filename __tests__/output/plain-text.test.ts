import { afterEach, describe, expect, it, vi } from "vitest";
import { plainText, printPlainly } from "../../src/output/plain-text";

describe("plain text", () => {
  it.each([
    ["a screen that is cleared", "a\u001b[2J\u001b[Hb", "a\\u{1b}[2J\\u{1b}[Hb"],
    ["a line that is written over", "bad\rgood", "bad\\u{d}good"],
    ["a title of the window", "\u001b]0;title\u0007", "\\u{1b}]0;title\\u{7}"],
    [
      "a link to elsewhere",
      "\u001b]8;;https://bad.example\u001b\\x",
      "\\u{1b}]8;;https://bad.example\\u{1b}\\x",
    ],
    ["hidden text", "\u001b[8mhidden\u001b[1;8mtoo\u001b[08m", "\\u{1b}[8mhidden\\u{1b}[1;8mtoo\\u{1b}[08m"],
    ["a control character of eight bits", "\u009b2J", "\\u{9b}2J"],
    ["text turned around", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["letters without width", "a\u200bb\u{e0041}", "a\\u{200b}b\\u{e0041}"],
    ["a line that only some programs see", "a\u2028b", "a\\u{2028}b"],
  ])("shows %s", (_, text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it.each(["a\n\tb", "é 日本 🙂", "\u001b[31mred\u001b[39m \u001b[1;33mbold\u001b[0m \u001b[38;5;208m"])(
    "leaves %j",
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );
});

describe("a console that prints plainly", () => {
  afterEach(() => vi.restoreAllMocks());

  it("does so in each of its methods until it is told to stop", () => {
    const printed: string[] = [];
    for (const method of ["log", "warn", "error"] as const) {
      vi.spyOn(console, method).mockImplementation((text) => void printed.push(`${method} ${text}`));
    }
    const stop = printPlainly();
    console.log("\r");
    console.warn("\r");
    console.error("\r");
    stop();
    console.log("\r");

    expect(printed).toEqual(["log \\u{d}", "warn \\u{d}", "error \\u{d}", "log \r"]);
  });
});
