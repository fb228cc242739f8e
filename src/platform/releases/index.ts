import type { OrganisationSettings } from "../../settings/organisation/schema";
import release1 from "./1.json";
import next from "./next.json";

/** Releases of the platform: `npm run release -- new` makes one of `next`, and writes this file. */
export const releases: OrganisationSettings["releases"] = {
  1: release1,
  next,
};
