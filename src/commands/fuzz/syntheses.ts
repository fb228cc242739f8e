import { ConfigurationError } from "../../config/configuration-error";
import { defineEnvironment } from "../../config/define-environment";
import type { Environment, EnvironmentSettings } from "../../config/environment";
import { PlatformApp } from "../../output/platform-app";
import { addStacks } from "../../stacks";
import { addOrganisationStacks } from "../../stacks/organisation-stacks";
import { inTemporaryFolder } from "../copies/temporary-folder";
import { settingsToSynthesise } from "./settings-to-synthesise";
import { type TrialOptions, tryOut } from "./trial";

/**
 * Terraform that passes the verification, or a refusal before anything is made. `accepted` is told of the former. Each
 * synth finds the output of the one before.
 */
export const trySyntheses = (accepted: () => void, options: TrialOptions): Promise<string[]> =>
  inTemporaryFolder("syntheses", (outdir) => {
    const check = (settings: EnvironmentSettings) => {
      const environment = environmentOf(settings);
      if (environment !== undefined) {
        synthesise(environment, outdir);
        accepted();
      }
    };
    return tryOut({ name: "syntheses", cases: settingsToSynthesise, check }, options);
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
function synthesise(environment: Environment, outdir: string): void {
  const app = new PlatformApp({ outdir });
  addStacks(app, environment);
  addOrganisationStacks(app, [environment]);
  app.synth();
}
