import { expect, test } from "vitest";
import { covers, meet, rangeOf } from "../../../checks/charts/ranges";

test.each([
  ["10.0.0.0/8", "10.1.0.0/16", true],
  ["10.1.0.0/16", "10.0.0.0/8", false],
  ["10.1.0.0/16", "10.2.0.0/16", false],
  ["::/0", "2a05:d018::/32", true],
  ["2a05:d018::/32", "2a05:d019::/48", false],
  ["::/0", "10.0.0.0/8", false],
  ["0.0.0.0/0", "2a05:d018::/32", false],
])("of %s and %s: the first has all of the second: %s", (outer, inner, is) => {
  expect(covers(outer, inner)).toBe(is);
});

test("meet where one lies in the other, whichever comes first", () => {
  expect(meet("10.1.0.0/16", "10.0.0.0/8")).toBe(true);
  expect(meet("10.0.0.0/8", "10.1.0.0/16")).toBe(true);
  expect(meet("10.1.0.0/16", "10.2.0.0/16")).toBe(false);
});

test("of one address have that alone, of either family", () => {
  expect([rangeOf("10.0.0.1"), rangeOf("fd00:ec2::23")]).toEqual(["10.0.0.1/32", "fd00:ec2::23/128"]);
});
