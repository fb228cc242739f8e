import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../../config/configuration-error";
import { defineEnvironment } from "../../config/define-environment";
import type { Environment, EnvironmentSettings } from "../../config/environment";
import { PlatformApp } from "../../output/platform-app";
import { addStacks } from "../../stacks";
import { addOrganisationStacks } from "../../stacks/organisation-stacks";
import { settingsToSynthesise } from "./settings-to-synthesise";
import type { Trial } from "./trial";

/** Terraform that passes the verification, or a refusal before anything is made. `accepted` is told of the former. */
export const syntheses = (accepted: () => void): Trial<EnvironmentSettings> => ({
  name: "syntheses",
  cases: settingsToSynthesise,
  check: (settings) => {
    const environment = environmentOf(settings);
    if (environment !== undefined) {
      synthesise(environment);
      accepted();
    }
  },
});

function environmentOf(settings: EnvironmentSettings): Environment | undefined {
  try {
    return defineEnvironment(settings);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return undefined;
    }
    throw error;
  }
}

/** @throws VerificationError where the Terraform is not what was meant */
function synthesise(environment: Environment): void {
  const outdir = mkdtempSync(join(tmpdir(), "fuzz-"));
  try {
    const app = new PlatformApp({ outdir });
    addStacks(app, environment);
    addOrganisationStacks(app, [environment]);
    app.synth();
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
