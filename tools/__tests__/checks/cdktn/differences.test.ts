import { expect, test } from "vitest";
import { differences } from "../../../checks/cdktn/differences";

test("finds nothing where only the order of keys is another", () => {
  expect(differences({ a: 1, b: { c: [true, null] } }, { b: { c: [true, null] }, a: 1 })).toEqual([]);
});

test("says where a value is another, with both", () => {
  expect(differences({ resource: { a: [1, "x"] } }, { resource: { a: [1, "y"] } })).toEqual([
    'resource.a.1: "x" became "y"',
  ]);
});

test("says what is gone, and what is new", () => {
  expect(differences({ old: 1 }, { new: { a: 1 } })).toEqual([
    "old: 1 became nothing",
    'new: nothing became {"a":1}',
  ]);
});

test("tells a list from a map, and an empty one from nothing", () => {
  expect(differences({ a: ["x"] }, { a: { 0: "x" } })).toEqual(['a: ["x"] became {"0":"x"}']);
  expect(differences({ a: [] }, {})).toEqual(["a: [] became nothing"]);
});
