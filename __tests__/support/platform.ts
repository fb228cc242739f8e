import { defineEnvironments, tenants } from "./organisation";
import type { Environment } from "../../src/settings/environment/environment";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { permanentSettings } from "../../src/platform/environments";
import { synthesisePlatform } from "./synthesise";
import type { Terraform } from "./terraform";

/** Synthesises environments of the tests' organisation. */
export const synthesise = (environments: readonly Environment[]): Record<string, Terraform> =>
  synthesisePlatform({ environments, tenants });

/** The environments that always exist. */
export const environments = defineEnvironments(permanentSettings);

/** Every stack of them, by id, from one synth. */
export const platform = synthesise(environments);

/** The same as a list, for `describe.each`. */
export const stacks = Object.entries(platform).map(([id, terraform]) => ({ id, terraform }));

/** Those of them that belong to an environment. */
export const environmentStacks = environments
  .flatMap(stacksOf)
  .map(({ id }) => ({ id, terraform: platform[id]! }));
