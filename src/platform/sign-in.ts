import type { OrganisationSettings } from "../settings/organisation/schema";

/** GitHub teams that sign in to the platform's applications. */
export const signIn: OrganisationSettings["signIn"] = {
  teams: [
    "alphagov:gov-uk",
    "alphagov:gov-uk-ithc-and-penetration-testing",
    "alphagov:gov-uk-licensing-support",
    "alphagov:gov-uk-platform-engineering",
    "alphagov:gov-uk-production-deploy",
    "alphagov:gov-uk-search",
    "alphagov:national-data-library",
  ],
  productionTeam: "alphagov:gov-uk-production-deploy",
};
