import { checkedOrThrow } from "./checking/checked";
import { checkEnvironments } from "./environment/define-environment";
import { checkTenants } from "./tenants/define-tenants";
import type { Environment, EnvironmentSettings } from "./environment/environment";
import { checkOrganisation, type Organisation } from "./organisation/organisation";
import type { OrganisationSettings } from "./organisation/schema";
import { promotedEnvironmentsExist } from "./across/promotion";
import { teamsSignIn } from "./across/teams-sign-in";
import { problemsOfTenantsShape } from "./tenants/shape";
import type { Tenants, TenantsConfig } from "./tenants/tenants";
import { problemsOfPlatformShape } from "./platform-shape";

/** Everything that an author writes. */
export interface PlatformSettings {
  readonly organisation: OrganisationSettings;
  readonly environments: readonly EnvironmentSettings[];
  readonly tenants: TenantsConfig;
}

/** Everything that stacks are made from. */
export interface Platform {
  readonly organisation: Organisation;
  readonly environments: readonly Environment[];
  readonly tenants: Tenants;
}

/**
 * Fills in defaults and checks every rule. All else depends on the organisation, so its problems are reported
 * alone.
 *
 * @throws ConfigurationError listing the problems of all
 */
export function definePlatform(settings: PlatformSettings): Platform {
  checkedOrThrow({ problems: problemsOfPlatformShape(settings), value: settings });
  const organisation = checkedOrThrow(checkOrganisation(settings.organisation));
  const environments = checkEnvironments(settings.environments, organisation);
  const tenants = checkTenants(settings.tenants, organisation);
  const both =
    problemsOfTenantsShape(settings.tenants).length > 0
      ? []
      : teamsSignIn(environments.value, tenants.value, organisation);

  return checkedOrThrow({
    problems: [
      ...promotedEnvironmentsExist(settings.environments, organisation),
      ...environments.problems,
      ...tenants.problems,
      ...both,
    ],
    value: { organisation, environments: environments.value, tenants: tenants.value },
  });
}
