import { expect, test } from "vitest";
import { argumentsOf } from "../../../reports/graph/arguments";

const ENVIRONMENTS = ["integration", "staging"];

test("takes an environment and whether to check", () => {
  expect(argumentsOf(["--environment", "staging", "--check"], ENVIRONMENTS)).toEqual({
    environment: "staging",
    check: true,
  });
});

test("draws what is kept where nothing is asked", () => {
  expect(argumentsOf([], ENVIRONMENTS)).toEqual({ environment: undefined, check: false });
});

test("refuses an environment that does not exist", () => {
  expect(() => argumentsOf(["--environment", "prod"], ENVIRONMENTS)).toThrow(
    '--environment: expected integration, staging, got "prod"; leave it out for all that are drawn',
  );
});

test("refuses an unknown option", () => {
  expect(() => argumentsOf(["--env"], ENVIRONMENTS)).toThrow(
    "Unknown option '--env'; use --environment <name> and --check",
  );
});
