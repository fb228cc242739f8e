import type { AlertGroup } from "./alert-rule";
import { DAY } from "./web";

const BY = "by (exported_namespace, name)";
const CERTIFICATE = "Certificate {{ $labels.exported_namespace }}/{{ $labels.name }}";
const OVERDUE = `time() - max ${BY} (certmanager_certificate_renewal_timestamp_seconds)`;

/** Rules about certificates that cert-manager keeps in Secrets. */
export const CERTIFICATES: AlertGroup = {
  name: "certificates",
  watches: "certManager",
  rules: [
    {
      name: "PodCertificateNotRenewed",
      summary: "A certificate of pods has not been renewed in time.",
      description: `${CERTIFICATE} should have been renewed by now.`,
      impact: "Once it has expired, callers of its pods refuse the connection.",
      firstLook: "Describe the Certificate first and read its conditions.",
      // cert-manager renews with a third of the time left: of 90 days, 30 are left to find out why.
      levels: { warning: { expr: `${OVERDUE} > ${DAY}`, for: "1h" } },
    },
    {
      name: "PodCertificateNotReady",
      summary: "A certificate of pods cannot be issued.",
      description: `${CERTIFICATE} is not ready.`,
      impact: "Pods that mount its Secret cannot start if they never had one.",
      firstLook: "Describe the Certificate first, then its CertificateRequest and Order.",
      levels: {
        warning: {
          expr: `max ${BY} (certmanager_certificate_ready_status{condition="True"}) == 0`,
          for: "1h",
        },
      },
    },
  ],
};
