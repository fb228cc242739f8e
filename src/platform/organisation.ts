import type { OrganisationSettings } from "../settings/organisation/schema";
import { accessLevels } from "./access-levels";
import { ACCOUNTS } from "./accounts";
import { clusterReaders } from "./cluster-readers";
import { PLATFORM_DESTINATION } from "./alerting/destinations";
import { PRODUCTION_ALERTING } from "./alerting/production";
import { chartsLayout } from "./charts-layout";
import { containerRegistry } from "./container-registry";
import { externalServices } from "./external-services";
import { CONTACT, GITHUB, INTERNAL_DOMAIN, NAME, SECRETS_PREFIX } from "./names";
import { legacySubnets } from "./legacy-subnets";
import { namespaces } from "./namespaces";
import { providerVersions } from "./provider-versions";
import { releases } from "./releases";
import { signIn } from "./sign-in";
import { terraformCloud } from "./terraform-cloud";

const EPHEMERAL_CIDR = "10.10.0.0/16";

/** GOV.UK: everything that its environments share. */
export const organisation: OrganisationSettings = {
  name: NAME,
  displayName: "GOV.UK",

  gitHub: GITHUB,
  repository: "govuk-infrastructure",
  contact: CONTACT,

  providerVersions,
  releases,

  publicDomain: "govuk.digital",
  internalDomain: INTERNAL_DOMAIN,
  // Fastly, which serves the publishing domains, has its certificates from one of these:
  // https://docs.fastly.com/en/guides/serving-https-traffic-using-fastly-managed-certificates
  certificateAuthorities: ["certainly.com", "globalsign.com", "letsencrypt.org"],
  secretsPrefix: SECRETS_PREFIX,

  timeZone: "Europe/London",
  tags: {
    product: "govuk",
    system: "govuk-platform-engineering",
    owner: CONTACT,
    repository: "govuk-infrastructure",
  },
  tagNames: { service: "service", environment: "environment", deployment: "terraform-deployment" },

  accounts: ACCOUNTS,
  namespaces,
  deliveryNamespace: "delivery",
  accessLevels,
  clusterReaders,
  callers: {
    kubernetesApi: {
      everyAddress: {
        reason:
          "HCP Terraform applies from addresses that change and are not published, and staff work from home.",
      },
    },
    administratorPages: {
      everyAddress: { reason: "Staff work from home without a VPN; each page asks GitHub who they are." },
    },
  },
  promotion: ["integration", "staging", "production"],

  terraformCloud,
  containerRegistry,
  signIn,
  alerting: { default: PRODUCTION_ALERTING, platformDestination: PLATFORM_DESTINATION },
  externalServices,
  ephemeral: {
    parentZone: "test.govuk.digital",
    publishingParent: "publishing.service.gov.uk",
    vpc: { cidr: EPHEMERAL_CIDR, legacySubnets: legacySubnets(EPHEMERAL_CIDR, { neptune: true }) },
  },

  chartsLayouts: { govuk: chartsLayout },

  defaults: {
    region: "eu-west-1",
    clusterName: "govuk",
    alarmEmailSecret: `${SECRETS_PREFIX}/slack/platform-support-email`,
    chartsRepository: `${GITHUB}/govuk-helm-charts`,
    chartsLayout: "govuk",
    chartsTransport: "ssh",
    deployChannel: "#govuk-deploy-alerts",
    logstashSecret: `${SECRETS_PREFIX}/logit-host`,
  },
};
