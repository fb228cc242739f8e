import type { Application } from "../../src/settings/products/applications";
import type { ApplicationTeam } from "../../src/settings/products/application-teams";
import type { Tenants } from "../../src/settings/tenants/tenants";

/** A team that may deploy. */
export const team: ApplicationTeam = {
  name: "search",
  group: "alphagov:gov-uk-search",
  slackChannel: "#govuk-search",
  namespaces: ["apps"],
  kinds: [],
};

/** An application of that team. */
export const application: Application = {
  name: "search-api",
  product: "search",
  team: "search",
  repository: "alphagov/search-api",
  namespace: "apps",
  images: ["search-api"],
  sentry: true,
  hasService: true,
  hosts: ["search"],
};

/** One team with one application. */
export const smallTenants: Tenants = { teams: [team], applications: [application] };
