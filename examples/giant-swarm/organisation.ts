import type { OrganisationSettings } from "../../src/settings/organisation/schema";
import { accessLevels } from "./access-levels";
import { containerRegistry } from "./container-registry";

const CONTACT = "platform@windfleet.example";

/** A provider that runs clusters for organisations: everything that its environments share. */
export const organisation: OrganisationSettings = {
  name: "windfleet",
  displayName: "Windfleet",

  gitHub: "windfleet",
  repository: "platform",
  contact: CONTACT,

  publicDomain: "windfleet.example",
  internalDomain: "internal.windfleet.example",
  secretsPrefix: "windfleet",
  timeZone: "Europe/Berlin",
  tags: { owner: CONTACT },

  organisations: ["northwind", "southwind"],

  accounts: { hub: "111100001111", northwind: "222200002222", southwind: "333300003333" },
  containerRegistry,
  namespaces: { shop: {} },
  accessLevels,
  accessTemplates: {
    // Engineers of the first customer repair its clusters, and those on call look at every one.
    "northwind-repairs": { level: "operator", roles: ["northwind-engineers"], organisations: ["northwind"] },
    "on-call": { level: "observer", patterns: ["-on-call$"] },
  },
  callers: {
    // The second range has the NAT gateways of the hub, whose Argo CD deploys to every cluster.
    kubernetesApi: { cidrs: ["192.0.2.0/28", "198.51.100.16/29"] },
    administratorPages: { cidrs: ["192.0.2.0/24"] },
  },

  signIn: {
    provider: {
      oidc: {
        name: "Entra ID",
        issuer: "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000000/v2.0",
        unverifiedEmails: {
          reason: "Entra ID sends no email_verified, and only our own accounts are in the tenant",
        },
      },
    },
    teams: ["platform-engineers"],
    productionTeam: "platform-engineers",
  },

  defaults: { region: "eu-central-1", clusterName: "hub", chartsRepository: "windfleet/charts" },
};
