import { platform } from "../../src/platform";
import * as define from "../../src/settings/define/environments";
import type { Environment, EnvironmentSettings } from "../../src/settings/environment/environment";
import { registryOf } from "../../src/settings/organisation/container-registry";
import { defineOrganisation } from "../../src/settings/define/organisation";
import { tenantsIn } from "../../src/settings/define/products";
import type { Tenants } from "../../src/settings/tenants/tenants";

/** Organisation that the tools work for. */
export const organisation = defineOrganisation(platform.organisation);

/** Settings of its environments, as their files have them. */
export const environmentSettings = platform.environments;

/** Teams and applications of the organisation, without the namespaces that products have of their own. */
export const tenants: Tenants = {
  ...tenantsIn(platform.products, organisation),
  ...(platform.products !== undefined && { products: { settings: platform.products, tenants: [] } }),
};

/** Container registry of the organisation. */
export const registry = registryOf(organisation);

/** Defines an environment of the organisation. */
export const defineEnvironment = (settings: EnvironmentSettings): Environment =>
  define.defineEnvironment(settings, organisation);

/** Defines environments of the organisation. */
export const defineEnvironments = (all: readonly EnvironmentSettings[]): Environment[] =>
  define.defineEnvironments(all, organisation);
