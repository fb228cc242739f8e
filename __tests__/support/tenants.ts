import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { defineTenants } from "../../src/settings/define/tenants";
import { organisation } from "./organisation";
import type { ApplicationConfig, TeamConfig, TenantsConfig } from "../../src/settings/tenants/tenants";

/** A valid team. */
export const team: TeamConfig = {
  name: "search",
  gitHubTeam: "alphagov:gov-uk-search",
  slackChannel: "#govuk-search",
  argoProject: { namespaces: ["apps"] },
};

/** A valid application of that team. */
export const application: ApplicationConfig = {
  name: "search-api",
  team: "search",
  repository: "alphagov/search-api",
  namespace: "apps",
  images: ["search-api"],
  sentry: true,
  hosts: ["search"],
};

/** One team with one application. */
export const smallTenants: TenantsConfig = { teams: [team], applications: [application] };

/** Problems of tenants; none where they are accepted. */
export function problemsOfTenants(settings: unknown): readonly string[] {
  try {
    defineTenants(settings as TenantsConfig, organisation);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

/** Problems of the team, without those that a test is about. */
export const problemsWithTeam = (overrides: object): readonly string[] =>
  problemsOfTenants({ ...smallTenants, teams: [{ ...team, ...overrides }] });

/** Problems of the application, without those that a test is about. */
export const problemsWithApplication = (overrides: object): readonly string[] =>
  problemsOfTenants({ ...smallTenants, applications: [{ ...application, ...overrides }] });
