import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff, type Path } from "../../../reports/changes/diff";
import type { Json } from "../../../../src/output/leaves";

describe("diff", () => {
  it("finds an attribute that is added, removed or changed", () => {
    expect(diff({ kept: 1, gone: 1, changed: 1 }, { kept: 1, come: 1, changed: 2 })).toEqual([
      { path: ["gone"], before: 1 },
      { path: ["changed"], before: 1, after: 2 },
      { path: ["come"], after: 1 },
    ]);
  });

  it("tells null from nothing", () => {
    expect(diff({ a: null }, {})).toEqual([{ path: ["a"], before: null }]);
  });

  it("finds what comes into and goes out of a list, wherever it stands", () => {
    expect(diff(["a", "b", "c"], ["b", "c", "d"])).toEqual([
      { path: [0], before: "a" },
      { path: [2], after: "d" },
    ]);
  });

  it("counts how often a list has an item", () => {
    expect(diff(["a", "a"], ["a"])).toEqual([{ path: [1], before: "a" }]);
  });

  it("looks into maps at the same place of a list", () => {
    expect(diff([{ port: 80, host: "x" }], [{ port: 443, host: "x" }])).toEqual([
      { path: [0, "port"], before: 80, after: 443 },
    ]);
  });

  it("says when the same items are in another order", () => {
    expect(diff({ list: [1, 2] }, { list: [2, 1] })).toEqual([
      { path: ["list"], before: [1, 2], after: [2, 1] },
    ]);
  });
});

const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as Json);

/** A value and another that was made from it, so that the two have much in common. */
const related = fc.tuple(json, json, json).map(([shared, one, other]): [Json, Json] => [
  { shared, list: [one, shared, other], own: one },
  { shared, list: [shared, other], own: other },
]);

function exists(value: unknown, path: Path): boolean {
  const [step, ...rest] = path;
  return (
    step === undefined ||
    (typeof value === "object" &&
      value !== null &&
      Object.hasOwn(value, step) &&
      exists((value as Record<string | number, unknown>)[step], rest))
  );
}

describe("any two values", () => {
  it("have no difference where they are one and the same", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(diff(value, structuredClone(value))).toEqual([]);
      }),
    );
  });

  it("have a difference exactly where they differ", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(json, json), related), ([one, other]) => {
        expect(diff(one, other).length === 0).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });

  it("have what differs at its path, on each side that has a value", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(json, json), related), ([one, other]) => {
        for (const { path, before, after } of diff(one, other)) {
          expect(before === undefined && after === undefined).toBe(false);
          expect(before === undefined || exists(one, path)).toBe(true);
          expect(after === undefined || exists(other, path)).toBe(true);
        }
      }),
    );
  });
});
