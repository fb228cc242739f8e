import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { namedValues } from "../../settings/checking/exact-object";
import { CERTIFICATE, ISSUER, USUAL_ISSUER } from "./certificates";
import { CHART } from "./chart";
import { problemsOfCertificates } from "./rules";

/** For certificates that pods show themselves. Those of load balancers are ACM's. */
export const certManager = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["cert-manager"],
  config: chartSection({
    /** Issuers by name. Every namespace may name them; the platform alone makes certificates. */
    issuers: namedValues(ISSUER),

    /** Certificates by namespace of applications, and by the Secret that holds each and its key. */
    certificates: namedValues(namedValues(CERTIFICATE)),
  }),
  defaults: ({ organisation: { contact } }) => ({
    values: {},
    issuers: {
      [USUAL_ISSUER]: { authority: "letsencrypt" as const, email: contact },
      "letsencrypt-staging": { authority: "letsencrypt-staging" as const, email: contact },
    },
    certificates: {},
  }),
  offByDefault: () => true,
  needs: MONITORED,
  rules: problemsOfCertificates,
});
