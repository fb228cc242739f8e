import type { Environment } from "../../src/settings/environment/environment";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { acmeFreight, freightPlatform } from "./cloud-posse";
import { fleetPlatform, windfleet } from "./giant-swarm";
import { harbourPlatform, harbourTrust } from "./harbour-trust";
import { environments as ofTests, platform } from "./platform";
import { riverAuthority, riverPlatform } from "./river-authority";
import type { Terraform } from "./terraform";

/** Environments of every platform, the examples' included. */
export const everyEnvironment: readonly Environment[] = [
  ...ofTests,
  ...riverAuthority.environments,
  ...harbourTrust.environments,
  ...acmeFreight.environments,
  ...windfleet.environments,
];

/** Stacks of every platform by id. */
export const everyPlatform: Readonly<Record<string, Terraform>> = {
  ...platform,
  ...riverPlatform,
  ...harbourPlatform,
  ...freightPlatform,
  ...fleetPlatform,
};

/** The same as a list, for `describe.each`. */
export const everyStack = Object.entries(everyPlatform).map(([id, terraform]) => ({ id, terraform }));

/** Those of them that belong to an environment, with that. */
export const everyEnvironmentStack = everyEnvironment.flatMap((environment) =>
  stacksOf(environment).map(({ id, name, cluster }) => ({
    id,
    name,
    cluster,
    terraform: everyPlatform[id]!,
    environment,
  })),
);
