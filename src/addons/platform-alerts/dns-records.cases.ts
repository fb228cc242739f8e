import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about ExternalDNS, which writes the DNS records of Ingresses. */
export const DNS_RECORDS_CASES: AlertCases = {
  DnsRecordsStale: [
    {
      when: "it has not succeeded for an hour",
      series: { external_dns_controller_last_sync_timestamp_seconds: "0x200" },
      at: "60m",
      alerts: [
        {
          severity: "warning",
          since: "36m",
          labels: {},
          description: "ExternalDNS last wrote all records 1h 0m 0s ago.",
        },
      ],
    },
    {
      when: "it has not succeeded for three hours",
      series: { external_dns_controller_last_sync_timestamp_seconds: "0x200" },
      at: "3h",
      alerts: [
        {
          severity: "page",
          since: "126m",
          labels: {},
          description: "ExternalDNS last wrote all records 3h 0m 0s ago.",
        },
        {
          severity: "warning",
          since: "36m",
          labels: {},
          description: "ExternalDNS last wrote all records 3h 0m 0s ago.",
        },
      ],
    },
    {
      when: "it succeeds every minute",
      series: { external_dns_controller_last_sync_timestamp_seconds: "0+60x200" },
      at: "3h",
      alerts: [],
    },
  ],
  DnsRecordsFailing: [
    {
      when: "Route 53 refuses its changes",
      series: {
        external_dns_registry_errors_total: "0+1x90",
        external_dns_source_errors_total: "0x90",
      },
      at: "60m",
      alerts: [
        {
          severity: "warning",
          since: "31m",
          labels: {},
          description: "ExternalDNS failed 15 times in 15 minutes.",
        },
      ],
    },
    {
      when: "it fails once",
      series: {
        external_dns_registry_errors_total: "0x30 1x60",
        external_dns_source_errors_total: "0x90",
      },
      at: "60m",
      alerts: [],
    },
  ],
};
