import type { AlertCases } from "./alert-case.cases";

const OF = '{exported_namespace="apps",name="api"}';
const labels = { exported_namespace: "apps", name: "api" };

/** Series of a certificate that is to be renewed at a time, in seconds. */
const renewedAt = (time: number) => ({
  [`certmanager_certificate_renewal_timestamp_seconds${OF}`]: `${time}x6000`,
});

const READY = 'certmanager_certificate_ready_status{exported_namespace="apps",name="api",condition="True"}';

/** Evidence for rules about certificates that cert-manager keeps in Secrets. */
export const CERTIFICATES_CASES: AlertCases = {
  PodCertificateNotRenewed: [
    {
      when: "its renewal has failed for a day and an hour",
      series: renewedAt(0),
      at: "26h",
      alerts: [
        {
          severity: "warning",
          since: "1501m",
          labels,
          description: "Certificate apps/api should have been renewed by now.",
        },
      ],
    },
    {
      when: "it is to be renewed tomorrow",
      series: renewedAt(172_800),
      at: "26h",
      alerts: [],
    },
  ],
  PodCertificateNotReady: [
    {
      when: "its authority refuses it",
      series: { [READY]: "0x200" },
      at: "90m",
      alerts: [
        { severity: "warning", since: "60m", labels, description: "Certificate apps/api is not ready." },
      ],
    },
    {
      when: "it is issued within minutes",
      series: { [READY]: "0x10 1x190" },
      at: "90m",
      alerts: [],
    },
  ],
};
