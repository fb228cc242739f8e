import fc from "fast-check";
import { expect, it } from "vitest";
import { settingsToSynthesise } from "../../../checks/fuzz/settings-to-synthesise";
import type { EnvironmentSettings } from "../../../../src/settings/environment/environment";
import { problemsOf, testEnvironment } from "../../../../__tests__/support/environments";

const sampleOf = (seed: number) => fc.sample(settingsToSynthesise, { numRuns: 60, seed });
const sample = sampleOf(3);
/** Settings of add-ons, those of each cluster. */
const addonsOf = ({ clusters }: EnvironmentSettings) =>
  Object.values(clusters).map(({ addons }) => addons ?? {});

const accepted = sample.filter((settings) => problemsOf(settings).length === 0);

it("is accepted more often than not", () => {
  expect(accepted.length).toBeGreaterThan(30);
});

it("switches add-ons off, and sets others, in ways that go together", () => {
  const kinds = accepted
    .flatMap(addonsOf)
    .flatMap((addons) =>
      Object.values(addons).map((service) => (service === false ? "off" : typeof service)),
    );

  expect(kinds).toEqual(expect.arrayContaining(["off", "object"]));
});

it("moves and imports what environments have", () => {
  expect(accepted.some(({ state }) => state?.moved?.length)).toBe(true);
  expect(accepted.some(({ state }) => state?.imported?.length)).toBe(true);
});

it("has a word to say about every service", () => {
  const unsaid = new Set(Object.keys(testEnvironment.addons));
  const hear = (settings: typeof sample) =>
    settings
      .flatMap(addonsOf)
      .flatMap(Object.keys)
      .forEach((name) => unsaid.delete(name));

  hear(sample);
  for (let seed = 4; unsaid.size > 0 && seed < 20; seed++) {
    hear(sampleOf(seed));
  }
  expect([...unsaid]).toEqual([]);
});
