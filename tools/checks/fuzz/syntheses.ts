import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineEnvironment, tenants } from "../../samples/platform";
import type { Environment, EnvironmentSettings } from "../../../src/settings/environment/environment";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";
import { addOrganisationStacks } from "../../../src/stacks/organisation-stacks";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { settingsToSynthesise } from "./settings-to-synthesise";
import { type TrialOptions, tryOut } from "./trial";

/**
 * Trial that expects Terraform that passes the verification, or a refusal before anything is made. Calls
 * `accepted` for the former. Each synth finds the output of the one before.
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

/** @throws VerificationError if the Terraform is wrong */
function synthesise(environment: Environment, outdir: string): void {
  const app = new PlatformApp({ outdir });
  addStacks(app, [environment], tenants);
  addOrganisationStacks(app, [environment]);
  app.synth();
}
