import type { Environment, EnvironmentSettings } from "../../src/config/environment";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "./app";
import { environment } from "./environments";
import { Terraform } from "./terraform";

/** Every stack of environments, by id. Making one costs little until a test looks at it. */
export function stacksOf(...environments: readonly Environment[]): Record<string, Terraform> {
  const app = testApp();
  environments.forEach((each) => addStacks(app, each));
  addOrganisationStacks(app, environments);
  return Terraform.fromApp(app);
}

/** Those of an environment like production, but for what a test is about. */
export const stacksWith = (overrides: Partial<EnvironmentSettings>): Record<string, Terraform> =>
  stacksOf(environment(overrides));
