import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineEnvironment, tenants } from "../../samples/platform";
import type { Environment, EnvironmentSettings } from "../../../src/settings/environment/environment";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";
import { addOrganisationStacks } from "../../../src/stacks/organisation-stacks";
import { VerificationError } from "../../../src/output/verification-error";
import type { JsonMap } from "../../terraform-json/json-map";
import { brokenLimits } from "../limits/findings";
import { settingsNearLimits } from "./near-limits";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { settingsToSynthesise } from "./settings-to-synthesise";
import { type TrialOptions, tryOut } from "./trial";

/**
 * Trial that expects Terraform that passes the verification and keeps the limits of AWS, or a refusal before anything is made. Calls
 * `accepted` for the former. Each synth finds the output of the one before.
 */
export const trySyntheses = (accepted: () => void, options: TrialOptions): Promise<string[]> =>
  inTemporaryFolder("syntheses", async (outdir) => {
    const check = (settings: EnvironmentSettings) => {
      const environment = environmentOf(settings);
      if (environment !== undefined && isSynthesised(environment, outdir)) {
        accepted();
      }
    };
    const half = { ...options, runs: Math.ceil(options.runs / 2) };
    return [
      ...(await tryOut({ name: "syntheses", cases: settingsToSynthesise, check }, half)),
      ...(await tryOut({ name: "syntheses near limits", cases: settingsNearLimits, check }, half)),
    ];
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

/** Refusal by a stack that knows the length of its policies, which rules do not. */
const TOO_LONG = /: expected parts whose names fit the \d+ characters that IAM allows /;

/** Synthesises an environment, unless a stack refuses it. */
function isSynthesised(environment: Environment, outdir: string): boolean {
  try {
    synthesise(environment, outdir);
    return true;
  } catch (error) {
    if (error instanceof VerificationError && error.findings.every((text) => TOO_LONG.test(text))) {
      return false;
    }
    throw error;
  }
}

/** @throws VerificationError if the Terraform is wrong, or breaks a limit of AWS */
function synthesise(environment: Environment, outdir: string): void {
  const app = new PlatformApp({ outdir });
  addStacks(app, [environment], tenants);
  addOrganisationStacks(app, [environment]);
  app.synth();

  const broken = stacksIn(outdir).flatMap(({ id, json }) => brokenLimits(id, json));
  if (broken.length > 0) {
    throw new VerificationError(broken);
  }
}

interface Written {
  readonly id: string;
  readonly json: JsonMap;
}

/** Stacks that a synth has written. */
const stacksIn = (outdir: string): Written[] =>
  readdirSync(join(outdir, "stacks")).map((id) => ({
    id,
    json: JSON.parse(readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8")) as JsonMap,
  }));
