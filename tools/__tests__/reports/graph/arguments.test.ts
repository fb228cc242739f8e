import { expect, test } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, GRAPH } from "../../../reports/graph/arguments";

const read = (...args: string[]) => argumentsOf(parse(GRAPH, args), ["integration", "staging"]);

test("takes an environment and whether to check", () => {
  expect(read("--environment", "staging", "--check")).toEqual({
    environment: "staging",
    check: true,
  });
});

test("draws what is kept where nothing is asked", () => {
  expect(read()).toEqual({ environment: undefined, check: false });
});

test("refuses an environment that does not exist", () => {
  expect(() => read("--environment", "prod")).toThrow(
    '--environment: expected integration, staging, got "prod"; write one of them',
  );
});
