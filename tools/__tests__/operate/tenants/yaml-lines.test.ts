import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { withLinesIn, withoutKey } from "../../../operate/tenants/yaml-lines";

const TEXT = readFileSync("examples/river-authority/tenants/maps/river-maps.yaml", "utf8");
const lines = TEXT.split("\n");

it("takes out a namespace and leaves every other line as it was", () => {
  const text = withoutKey(TEXT, ["environments", "trial"])!;
  const { trial, ...others } = parse(TEXT).environments;

  expect(trial).toBeDefined();
  expect(parse(text).environments).toEqual(others);
  expect(text.split("\n").every((line) => lines.includes(line))).toBe(true);
  expect(text).toContain("environments:\n  # A place to try a new renderer.\n  dev:\n");
});

it("takes out the last namespace with the empty lines before it", () => {
  const text = withoutKey(TEXT, ["environments", "live"])!;

  expect(text.endsWith("usedBy: [tiler] }\n")).toBe(true);
  expect(Object.keys(parse(text).environments)).toEqual(["trial", "dev"]);
});

it("leaves the empty line after the last key of a namespace", () => {
  expect(withoutKey(TEXT, ["environments", "trial", "protection"])).toContain(
    "until: 2027-02-01\n\n  dev:\n",
  );
});

it("adds lines at the end of a namespace, before the next", () => {
  const text = withLinesIn(TEXT, ["environments", "trial"], ["leaving:", "  reason: No use"])!;

  expect(parse(text).environments.trial.leaving).toEqual({ reason: "No use" });
  expect(text).toContain("    leaving:\n      reason: No use\n\n  dev:\n");
  expect(text.length - TEXT.length).toBe("    leaving:\n      reason: No use\n".length);
});

it("counts a list that is no further indented than its key", () => {
  expect(withoutKey("a:\n- 1\n- 2\nb: 3\n", ["a"])).toBe("b: 3\n");
});

it.each([
  ["a key between braces", "a: { b: 1 }\n", ["a", "b"]],
  ["a key that is not there", "a: 1\n", ["b"]],
])("leaves %s to another way", (_, text, path) => {
  expect(withoutKey(text, path)).toBeUndefined();
});

it("adds no lines to a value between braces", () => {
  expect(withLinesIn("a: { b: 1 }\n", ["a"], ["c: 2"])).toBeUndefined();
});
