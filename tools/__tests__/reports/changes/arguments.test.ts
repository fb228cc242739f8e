import { expect, it } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, CHANGES } from "../../../reports/changes/arguments";

const read = (...args: string[]) => argumentsOf(parse(CHANGES, args));

it("asks for a table against no particular base, and fails on no change", () => {
  expect(read()).toEqual({ base: undefined, ofTenants: false, format: "table", failOn: "none" });
});

it("takes a base, a format and what to fail on", () => {
  expect(read("--base", "v1", "--format=json", "--fail-on", "destructive")).toEqual({
    base: "v1",
    ofTenants: false,
    format: "json",
    failOn: "destructive",
  });
});

it("refuses a format and a failure that do not exist, both at once", () => {
  expect(() => read("--format", "xml", "--fail-on", "destructiv")).toThrow(
    '--format: expected table, markdown, json, got "xml"; write one of them\n' +
      '--fail-on: expected none, any, destructive, got "destructiv"; did you mean destructive?\n',
  );
});

it("takes tenants for all that is compared", () => {
  expect(read("--only", "tenants").ofTenants).toBe(true);
});
