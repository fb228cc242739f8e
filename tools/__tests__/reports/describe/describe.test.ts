import { expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { environment } from "../../../../__tests__/support/environments";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, DESCRIBE } from "../../../reports/describe/arguments";
import { describe } from "../../../reports/describe/describe";

const production = environment();
const ask = (...args: string[]) => argumentsOf(parse(DESCRIBE, args), [production]);

it("shows a setting that nobody wrote with its default", () => {
  const text = describe(ask("production"));

  expect(parseYaml(text)).toMatchObject({
    name: "production",
    cluster: { name: production.cluster.name, version: production.cluster.version },
    otherClusters: [],
  });
  expect(text).not.toMatch(/^organisation:/m);
});

it("takes a cluster by its name", () => {
  expect(ask("production", production.cluster.name).cluster).toEqual(production.cluster);
});

it.each([
  [["prodution"], '<environment>: expected production, got "prodution"; did you mean production?'],
  [
    ["production", "nothing"],
    `<cluster>: expected ${production.cluster.name}, got "nothing"; write one of them`,
  ],
])("refuses %j with the nearest name", (args, problem) => {
  expect(() => ask(...args)).toThrow(problem);
});
