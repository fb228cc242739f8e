import type { OrganisationSettings } from "../../src/settings/organisation/schema";
import { accessLevels } from "./access-levels";

const CONTACT = "platform@acme-freight.example";

/** The freight company: everything that its environments share. */
export const organisation: OrganisationSettings = {
  name: "acme-freight",
  displayName: "Acme Freight",

  gitHub: "acme-freight",
  repository: "platform",
  contact: CONTACT,

  publicDomain: "acme-freight.example",
  internalDomain: "internal.acme-freight.example",
  secretsPrefix: "acme-freight",
  timeZone: "Europe/Amsterdam",
  tags: { owner: CONTACT },

  accounts: { sandbox: "222233334444", preview: "333344445555", prod: "555566667777", depot: "666677778888" },
  namespaces: { tracking: {} },
  accessLevels,
  callers: {
    kubernetesApi: { cidrs: ["192.0.2.0/28"] },
    administratorPages: { cidrs: ["192.0.2.0/24"] },
  },

  defaults: { region: "eu-central-1", clusterName: "freight" },
};
