import { expect, it } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, FUZZ } from "../../../checks/fuzz/arguments";

const read = (...args: string[]) => argumentsOf(parse(FUZZ, args));

it("tries 10,000 configurations, each time with another seed", () => {
  expect(read()).toEqual({ runs: 10_000, seed: expect.any(Number), json: false });
});

it("tries as many as it is told, with the seed that it is told", () => {
  expect(read("--runs", "5", "--seed", "42", "--json")).toEqual({ runs: 5, seed: 42, json: true });
});

it.each([
  ["--runs", "none", 1],
  ["--runs", "0", 1],
  ["--seed", "1.5", 0],
  ["--seed", "99999999999", 0],
])("refuses %s %s", (option, value, least) => {
  expect(() => read(option, value)).toThrow(
    `${option}: expected a whole number from ${least}, got "${value}"; correct it`,
  );
});
