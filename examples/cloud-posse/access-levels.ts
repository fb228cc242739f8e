import { ADMINISTRATOR, exec, pods, readWorkloads, WRITE } from "../../src/settings/access/access-levels";
import type { OrganisationSettings } from "../../src/settings/organisation/schema";

/** Levels of access to clusters. `access/` says who has them. */
export const accessLevels: OrganisationSettings["accessLevels"] = {
  administrator: ADMINISTRATOR,

  developer: {
    policy: "AmazonEKSViewPolicy",
    namespaces: ["tracking"],
    clusterRules: readWorkloads,
    namespaceRules: [pods(WRITE), exec],
  },
};
