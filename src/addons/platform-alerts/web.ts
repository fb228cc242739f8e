import type { AlertGroup } from "./alert-rule";

export const DAY = 86_400;
const LEFT = "min by (application) (probe_ssl_earliest_cert_expiry) - time()";

/** Rules about the platform's web applications, probed at their public addresses. */
export const WEB: AlertGroup = {
  name: "web",
  rules: [
    {
      name: "WebApplicationDown",
      summary: "A web application of the platform does not answer.",
      description: "Application {{ $labels.application }} does not answer at its public address.",
      impact: "Engineers cannot use it; without Dex they cannot sign in to any of these applications.",
      firstLook:
        "Request its address first with curl to see whether the name, the certificate or the answer fails.",
      levels: {
        warning: { expr: "max by (application) (probe_success) == 0", for: "5m" },
        page: { expr: 'max by (application) (probe_success{application="dex"}) == 0', for: "15m" },
      },
    },
    {
      name: "CertificateExpiring",
      summary: "A certificate expires soon and has not been renewed.",
      description:
        "The certificate of application {{ $labels.application }} expires in {{ $value | humanizeDuration }}.",
      impact: "After that, browsers refuse to open the application.",
      firstLook: "Read first the certificate's renewal status in the ACM console.",
      levels: {
        warning: { expr: `${LEFT} < ${21 * DAY}`, for: "1h" },
        page: { expr: `${LEFT} < ${7 * DAY}`, for: "1h" },
      },
    },
  ],
};
