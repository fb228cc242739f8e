import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineEnvironment } from "../../src/config/define-environment";
import type { EnvironmentSettings } from "../../src/config/environment";
import { PlatformApp } from "../../src/output/platform-app";
import { addStacks } from "../../src/stacks";
import { acceptedSettings } from "../support/arbitrary-environment";
import { anySettings } from "../support/arbitrary-settings";
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

  it("becomes Terraform that passes the verification once it is accepted", () => {
    fc.assert(
      fc.property(acceptedSettings, (settings) => {
        expect(() => synthesise(settings)).not.toThrow();
      }),
      { numRuns: 10 },
    );
  });
});

/** @throws VerificationError where the Terraform is not what was meant */
function synthesise(settings: EnvironmentSettings): void {
  const outdir = mkdtempSync(join(tmpdir(), "property-"));
  try {
    const app = new PlatformApp({ outdir });
    addStacks(app, defineEnvironment(settings));
    app.synth();
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
