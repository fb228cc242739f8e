import { type Checked, checkedOrThrow } from "../checking/checked";
import type { Organisation } from "../organisation/organisation";
import { problemsOfApplications } from "../tenants/rules/applications";
import { problemsOfTenantsShape } from "../tenants/shape";
import { problemsOfTeams } from "../tenants/rules/teams";
import type { Tenants, TenantsConfig } from "../tenants/tenants";

/**
 * Checks every rule of teams and applications.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export const defineTenants = (settings: TenantsConfig, organisation: Organisation): Tenants =>
  checkedOrThrow(checkTenants(settings, organisation));

/** Does what `defineTenants` does, for callers that report other problems with these. */
export function checkTenants(settings: TenantsConfig, organisation: Organisation): Checked<Tenants> {
  const shape = problemsOfTenantsShape(settings);
  const problems =
    shape.length > 0
      ? shape
      : [...problemsOfTeams(settings, organisation), ...problemsOfApplications(settings, organisation)];

  return { problems: problems.map((text) => `tenants ${text}`), value: settings as Tenants };
}
