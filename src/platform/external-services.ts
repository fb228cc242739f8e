import type { OrganisationSettings } from "../settings/organisation/schema";
import { SECRETS_PREFIX } from "./names";

/** Accounts of GOV.UK at Sentry and Pingdom. */
export const externalServices: OrganisationSettings["externalServices"] = {
  sentry: {
    slug: "govuk",
    slackWorkspace: "GOV.UK",
    environment: "integration",
    alertsAbout: "production",
    commonSecret: { name: `${SECRETS_PREFIX}/common/sentry`, namespaces: ["apps"] },
  },
  uptimeDestinations: {
    page: { pingdomTeam: "GOV.UK on call", emailSecret: `${SECRETS_PREFIX}/pagerduty/uptime-email` },
    warning: {
      pingdomTeam: "GOV.UK platform engineering",
      emailSecret: `${SECRETS_PREFIX}/slack/platform-support-email`,
    },
  },
};
