import type { AlertRule } from "./alert-rule";

const SINCE_SYNC = "time() - max(external_dns_controller_last_sync_timestamp_seconds)";

/** Rules about ExternalDNS, which writes the DNS records of Ingresses. */
export const DNS_RECORD_RULES: readonly AlertRule[] = [
  {
    name: "DnsRecordsStale",
    summary: "ExternalDNS no longer updates DNS records.",
    description: "ExternalDNS last wrote all records {{ $value | humanizeDuration }} ago.",
    impact: "New host names do not resolve, and those of replaced load balancers fail for users.",
    firstLook: "Read the log of ExternalDNS first.",
    levels: {
      warning: { expr: `${SINCE_SYNC} > 1800`, for: "5m" },
      page: { expr: `${SINCE_SYNC} > 7200`, for: "5m" },
    },
    cases: [
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
  },
  {
    name: "DnsRecordsFailing",
    summary: "ExternalDNS keeps failing to read its sources or write records.",
    description: 'ExternalDNS failed {{ $value | printf "%.0f" }} times in 15 minutes.',
    impact: "New or changed host names may not resolve.",
    firstLook: "Read the errors in ExternalDNS's log first.",
    levels: {
      warning: {
        expr:
          "sum(increase(external_dns_registry_errors_total[15m])) + " +
          "sum(increase(external_dns_source_errors_total[15m])) > 0",
        for: "30m",
      },
    },
    cases: [
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
  },
];
