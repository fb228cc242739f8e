import type { AlertGroup } from "./alert-rule";

const DAY = 86_400;
const LEFT = "min by (application) (probe_ssl_earliest_cert_expiry) - time()";

/** The platform's web applications, as people find them. */
export const WEB: AlertGroup = {
  name: "web",
  rules: [
    {
      name: "WebApplicationDown",
      summary: "One of the platform's web applications does not answer.",
      description: "{{ $labels.application }} does not answer at its public address.",
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
              description: "grafana does not answer at its public address.",
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
              description: "dex does not answer at its public address.",
            },
            {
              severity: "warning",
              since: "5m",
              labels: { application: "dex" },
              description: "dex does not answer at its public address.",
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
      summary: "A certificate runs out, and has not been renewed.",
      description:
        "The certificate of {{ $labels.application }} runs out in {{ $value | humanizeDuration }}.",
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
              description: "The certificate of dex runs out in 13d 22h 20m 0s.",
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
              description: "The certificate of dex runs out in 4d 22h 20m 0s.",
            },
            {
              severity: "warning",
              since: "60m",
              labels: { application: "dex" },
              description: "The certificate of dex runs out in 4d 22h 20m 0s.",
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
