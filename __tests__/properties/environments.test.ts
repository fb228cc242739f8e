import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedSettings, anySettings } from "../support/arbitrary-environment";
import { problemsOf } from "../support/environments";

const KEY = String.raw`[A-Za-z_][\w-]*`;
const QUOTED = String.raw`\["(?:[^"\\]|\\.)*"\]`;
const PATH = String.raw`(?:${KEY}|${QUOTED})(?:\.${KEY}|\[\d+\]|${QUOTED})*`;
const PROBLEM = new RegExp(`^[a-z][a-z0-9-]* ${PATH}: expected .+, got .+; .+$`, "s");

describe("any environment", () => {
  it("is accepted, or refused with problems that each name a path, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.array(anySettings, { minLength: 1, maxLength: 3 }), (settings) => {
        for (const problem of problemsOf(...settings)) {
          expect(problem).toMatch(PROBLEM);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("is accepted where every setting is in its range", () => {
    fc.assert(
      fc.property(acceptedSettings, (settings) => {
        expect(problemsOf(settings)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
