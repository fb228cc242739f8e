import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedSettings } from "../../tools/checks/fuzz/accepted-settings";
import { configurations } from "../../tools/checks/fuzz/configurations";
import { trySyntheses } from "../../tools/checks/fuzz/syntheses";
import { tryOut } from "../../tools/checks/fuzz/trial";
import { problemsOf } from "../support/environments";

/** A few of the cases that `npm run fuzz` tries many of. */
const few = (runs: number) => ({
  runs,
  seed: 1,
  progress: () => undefined,
  signal: new AbortController().signal,
});

describe("any environment", () => {
  it("is accepted, or refused with problems that each name a path, and nothing else happens", async () => {
    expect(await tryOut(configurations, few(25))).toEqual([]);
  });

  it("is accepted where every setting is in its range", () => {
    fc.assert(
      fc.property(acceptedSettings, (settings) => {
        expect(problemsOf(settings)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("becomes Terraform that passes the verification and keeps the limits of AWS once it is accepted", async () => {
    expect(await trySyntheses(() => undefined, few(4))).toEqual([]);
  });
});
