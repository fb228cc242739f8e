import type { OrganisationSettings } from "../../src/settings/organisation/schema";
import { accessLevels } from "./access-levels";
import { alerting } from "./alerting";

const CONTACT = "platform@harbour-trust.example";

/** The harbour trust: everything that its environments share. */
export const organisation: OrganisationSettings = {
  name: "harbour-trust",
  displayName: "Harbour Trust",

  gitHub: "harbour-trust",
  repository: "platform",
  contact: CONTACT,

  publicDomain: "harbour-trust.example",
  internalDomain: "internal.harbour-trust.example",
  secretsPrefix: "harbour-trust",
  timeZone: "Europe/Dublin",
  tags: { owner: CONTACT },

  accounts: { office: "777788889999", closed: "777788880000" },
  namespaces: { berths: { callsKubernetesApi: { "departure-board": { app: "departure-board" } } } },
  accessLevels,
  // A board shows which version of each application runs. The closed cluster can be reached from its own network alone.
  clusterReaders: { "departure-board": { namespace: "berths", reads: ["berths"] } },
  callers: {
    kubernetesApi: { cidrs: ["198.51.100.0/28"] },
    administratorPages: { cidrs: ["198.51.100.0/24"] },
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
    teams: ["platform-engineers", "berths-developers"],
    productionTeam: "platform-engineers",
  },

  alerting: { default: alerting, platformDestination: "platform" },

  defaults: { region: "eu-west-1", clusterName: "harbour", chartsRepository: "harbour-trust/charts" },
};
