import fc from "fast-check";
import { expect, test } from "vitest";
import { anySettings } from "../../../checks/fuzz/any-settings";

test("problems of an access file come from reading one, and never from settings", () => {
  const accesses = fc
    .sample(anySettings, { numRuns: 300, seed: 1 })
    .map(
      (settings) => (settings as { access?: { problems?: readonly unknown[] } } | null | undefined)?.access,
    );
  const problems = accesses.flatMap((access) => (Array.isArray(access?.problems) ? [access.problems] : []));

  expect(problems.length).toBeGreaterThan(100);
  expect(problems.flat()).toEqual([]);
});
