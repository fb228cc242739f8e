import type { AlertCases } from "./alert-case.cases";
import { DAY } from "./web";

/** Evidence for rules about the platform's web applications, probed at their public addresses. */
export const WEB_CASES: AlertCases = {
  WebApplicationDown: [
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
  CertificateExpiring: [
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
};
