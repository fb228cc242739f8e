import { expect, it } from "vitest";
import { CommandError } from "../../../kit/command-error";
import { argumentsOf } from "../../../reports/changes/arguments";

it("asks for a table against no particular base", () => {
  expect(argumentsOf([])).toEqual({ base: undefined, format: "table" });
});

it("takes a base and a format", () => {
  expect(argumentsOf(["--base", "v1", "--format=json"])).toEqual({ base: "v1", format: "json" });
});

const USE = "use --base <git ref> and --format table|markdown|json";

it.each([
  [["--format", "xml"], '--format: expected table, markdown or json, got "xml"; leave it out for table'],
  [["--bse", "main"], `Unknown option '--bse'; ${USE}`],
  [["main"], `Unexpected argument 'main'; ${USE}`],
  [["--base"], `Option '--base <value>' argument missing; ${USE}`],
])("refuses %j in one line", (args, message) => {
  expect(() => argumentsOf(args)).toThrow(new CommandError(message));
});
