import { checkedOrThrow } from "./checking/checked";
import { checkEnvironments } from "./environment/define-environment";
import { checkTenants } from "./tenants/define-tenants";
import type { Environment, EnvironmentSettings } from "./environment/environment";
import { teamsSignIn } from "./across/teams-sign-in";
import { problemsOfTenantsShape } from "./tenants/shape";
import type { Tenants, TenantsConfig } from "./tenants/tenants";

/** All that an author writes. */
export interface PlatformSettings {
  readonly environments: readonly EnvironmentSettings[];
  readonly tenants: TenantsConfig;
}

/** All that stacks are made from. */
export interface Platform {
  readonly environments: readonly Environment[];
  readonly tenants: Tenants;
}

/**
 * Fills in defaults and checks every rule, of environments and tenants alike.
 *
 * @throws ConfigurationError listing the problems of all
 */
export function definePlatform(settings: PlatformSettings): Platform {
  const environments = checkEnvironments(settings.environments);
  const tenants = checkTenants(settings.tenants);
  const both =
    problemsOfTenantsShape(settings.tenants).length > 0 ? [] : teamsSignIn(environments.value, tenants.value);

  return checkedOrThrow({
    problems: [...environments.problems, ...tenants.problems, ...both],
    value: { environments: environments.value, tenants: tenants.value },
  });
}
