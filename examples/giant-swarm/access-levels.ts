import { ADMINISTRATOR } from "../../src/settings/access/access-levels";
import { OBSERVER, OPERATOR, READER } from "../../src/settings/access/standard-levels";
import type { OrganisationSettings } from "../../src/settings/organisation/schema";

/** Levels of access to clusters. `access/` says who has them. */
export const accessLevels: OrganisationSettings["accessLevels"] = {
  administrator: ADMINISTRATOR,
  operator: OPERATOR,
  reader: READER,
  observer: OBSERVER,
};
