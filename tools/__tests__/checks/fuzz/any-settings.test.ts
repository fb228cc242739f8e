import fc from "fast-check";
import { expect, test } from "vitest";
import { anySettings } from "../../../checks/fuzz/any-settings";

/** As much of settings as a test looks at, any of which may be missing. */
type Clusters = {
  readonly clusters?: Readonly<
    Record<string, { readonly access?: { readonly problems?: readonly unknown[] } } | null>
  >;
} | null;

test("problems of an access file come from reading one, and never from settings", () => {
  const accesses = fc
    .sample(anySettings, { numRuns: 300, seed: 1 })
    .flatMap((settings) => Object.values((settings as Clusters)?.clusters ?? {}))
    .map((cluster) => cluster?.access);
  const problems = accesses.flatMap((access) => (Array.isArray(access?.problems) ? [access.problems] : []));

  expect(problems.length).toBeGreaterThan(100);
  expect(problems.flat()).toEqual([]);
});
