import type { OrganisationSettings } from "../../src/settings/organisation/schema";
import { accessLevels } from "./access-levels";
import { alerting } from "./alerting";

const CONTACT = "platform@river-authority.example";

/** The river authority: everything that its environments share. */
export const organisation: OrganisationSettings = {
  name: "river-authority",
  displayName: "River Authority",

  gitHub: "river-authority",
  repository: "platform",
  contact: CONTACT,

  publicDomain: "river-authority.example",
  internalDomain: "internal.river-authority.example",
  secretsPrefix: "river-authority",
  timeZone: "Europe/Berlin",
  tags: { owner: CONTACT },

  accounts: { dev: "111122223333", live: "444455556666" },
  namespaces: { floods: {} },
  accessLevels,
  callers: {
    kubernetesApi: { cidrs: ["203.0.113.0/28"] },
    administratorPages: { cidrs: ["203.0.113.0/24"] },
  },

  alerting: { default: alerting, platformDestination: "platform" },

  defaults: { region: "eu-central-1", clusterName: "river" },
};
