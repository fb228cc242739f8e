import type { DexConfig } from "../../addons/dex/settings";

/** Whose members may sign in to some application of the platform. */
export const SIGN_IN_TEAMS: DexConfig["teams"] = [
  "alphagov:gov-uk",
  "alphagov:gov-uk-ithc-and-penetration-testing",
  "alphagov:gov-uk-licensing-support",
  "alphagov:gov-uk-platform-engineering",
  "alphagov:gov-uk-production-deploy",
  "alphagov:gov-uk-search",
  "alphagov:national-data-library",
];

/** Who changes what runs in production, and in whatever rehearses it. */
export const PRODUCTION_TEAM: DexConfig["readWriteTeam"] = "alphagov:gov-uk-production-deploy";

/** Teams that may look at what the read-write team may change. */
export const readOnlyTeams = ({ teams, readWriteTeam }: DexConfig): string[] =>
  teams.filter((team) => team !== readWriteTeam);
