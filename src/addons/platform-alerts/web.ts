import type { AlertGroup } from "./alert-rule";

const DAY = 86_400;
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
      cases: [
        {
          when: "Grafana does not answer",
          series: { 'probe_success{application="grafana"}': "0x30" },
          at: "20m",
          alerts: [
            {
              severity: "warning",
              since: "5m",
              labels: { application: "grafana" },
              description: "Application grafana does not answer at its public address.",
            },
          ],
        },
        {
          when: "Dex does not answer, so nobody signs in anywhere",
          series: { 'probe_success{application="dex"}': "0x30" },
          at: "20m",
          alerts: [
            {
              severity: "page",
              since: "15m",
              labels: { application: "dex" },
              description: "Application dex does not answer at its public address.",
            },
            {
              severity: "warning",
              since: "5m",
              labels: { application: "dex" },
              description: "Application dex does not answer at its public address.",
            },
          ],
        },
        {
          when: "an answer is missing now and then",
          series: { 'probe_success{application="dex"}': "1 0 1 0 0 1 0 1 1 1 1 1 1" },
          at: "10m",
          alerts: [],
        },
      ],
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
      cases: [
        {
          when: "it has two weeks left",
          series: { 'probe_ssl_earliest_cert_expiry{application="dex"}': `${14 * DAY}x120` },
          at: "100m",
          alerts: [
            {
              severity: "warning",
              since: "60m",
              labels: { application: "dex" },
              description: "The certificate of application dex expires in 13d 22h 20m 0s.",
            },
          ],
        },
        {
          when: "it has five days left",
          series: { 'probe_ssl_earliest_cert_expiry{application="dex"}': `${5 * DAY}x120` },
          at: "100m",
          alerts: [
            {
              severity: "page",
              since: "60m",
              labels: { application: "dex" },
              description: "The certificate of application dex expires in 4d 22h 20m 0s.",
            },
            {
              severity: "warning",
              since: "60m",
              labels: { application: "dex" },
              description: "The certificate of application dex expires in 4d 22h 20m 0s.",
            },
          ],
        },
        {
          when: "it has twenty-five days left",
          series: { 'probe_ssl_earliest_cert_expiry{application="dex"}': `${25 * DAY}x120` },
          at: "100m",
          alerts: [],
        },
      ],
    },
  ],
};
