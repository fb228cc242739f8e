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
  },
];
