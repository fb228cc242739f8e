import { expect, it } from "vitest";
import { report } from "../../../checks/policies/report";
import { defineEnvironments } from "../../../../__tests__/support/organisation";
import { environmentSettings } from "../../../../src/platform/environments";

const environments = defineEnvironments(environmentSettings);
const clusters = environments.flatMap((environment) => environment.clusters);
const days = clusters.flatMap(({ addons: { gatekeeper } }) =>
  gatekeeper ? gatekeeper.exceptions.map(({ until }) => until) : [],
);
const first = days.toSorted()[0]!;
const dayAfter = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);

it("is content with every exception of ours up to the last day of the first of them", () => {
  const { text, isWrong } = report(environments, first);

  expect(isWrong).toBe(false);
  expect(text).not.toContain("expected today or later");
});

it("fails long before, when it might as well be for ever", () => {
  expect(report(environments, "2020-01-01").isWrong).toBe(true);
});

it("fails from the day after, and lists them all the same", () => {
  const { text, isWrong } = report(environments, dayAfter);

  expect(isWrong).toBe(true);
  expect(text).toContain(`.until: expected today or later, got "${first}"`);
  expect(text).toMatch(/no-host-access .* -1 days /);
});
