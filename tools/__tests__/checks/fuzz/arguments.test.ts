import { expect, it } from "vitest";
import { argumentsOf } from "../../../checks/fuzz/arguments";

it("tries 10,000 configurations, each time with another seed", () => {
  expect(argumentsOf([])).toEqual({ runs: 10_000, seed: expect.any(Number), json: false });
});

it("tries as many as it is told, with the seed that it is told", () => {
  expect(argumentsOf(["--runs", "5", "--seed", "42", "--json"])).toEqual({ runs: 5, seed: 42, json: true });
});

it.each([
  ["--runs", "none", 1],
  ["--runs", "0", 1],
  ["--seed", "1.5", 0],
  ["--seed", "99999999999", 0],
])("refuses %s %s", (option, value, least) => {
  expect(() => argumentsOf([option, value])).toThrow(
    `${option}: expected a whole number from ${least}, got "${value}"; use npm run fuzz [-- --runs <configurations>] [--seed <number>]`,
  );
});

it("refuses an option that it does not know", () => {
  expect(() => argumentsOf(["--path", "1:2"])).toThrow("Unknown option '--path'; use npm run fuzz");
});
