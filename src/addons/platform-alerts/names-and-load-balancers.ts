import type { AlertGroup } from "./alert-rule";

const SINCE_SYNC = "time() - max(external_dns_controller_last_sync_timestamp_seconds)";
const CONTROLLER = '{job="aws-load-balancer-controller"}';

/** How people find their way in. */
export const NAMES_AND_LOAD_BALANCERS: AlertGroup = {
  name: "names-and-load-balancers",
  rules: [
    {
      name: "DnsRecordsStale",
      summary: "DNS records no longer follow Ingresses and Services.",
      description: "ExternalDNS last wrote all records {{ $value | humanizeDuration }} ago.",
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
            { severity: "page", labels: {}, description: "ExternalDNS last wrote all records 3h 0m 0s ago." },
            {
              severity: "warning",
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
      summary: "ExternalDNS cannot read or write what it should.",
      description: 'ExternalDNS has failed {{ $value | printf "%.0f" }} times in a quarter of an hour.',
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
              labels: {},
              description: "ExternalDNS has failed 15 times in a quarter of an hour.",
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
    {
      name: "LoadBalancersFailing",
      summary: "Load balancers no longer follow Ingresses.",
      description: "The load balancer controller keeps failing with {{ $labels.controller }}.",
      levels: {
        warning: {
          expr: `sum by (controller) (increase(controller_runtime_reconcile_errors_total${CONTROLLER}[15m])) > 1`,
          for: "30m",
        },
      },
      cases: [
        {
          when: "an Ingress cannot be made",
          series: {
            'controller_runtime_reconcile_errors_total{job="aws-load-balancer-controller",controller="ingress"}':
              "0+1x90",
          },
          at: "60m",
          alerts: [
            {
              severity: "warning",
              labels: { controller: "ingress" },
              description: "The load balancer controller keeps failing with ingress.",
            },
          ],
        },
        {
          when: "it fails once, and another controller all the time",
          series: {
            'controller_runtime_reconcile_errors_total{job="aws-load-balancer-controller",controller="ingress"}':
              "0x40 1x50",
            'controller_runtime_reconcile_errors_total{job="external-secrets-metrics",controller="externalsecret"}':
              "0+1x90",
          },
          at: "60m",
          alerts: [],
        },
      ],
    },
    {
      name: "LoadBalancersForbidden",
      summary: "AWS refuses what the load balancer controller asks for.",
      description:
        "AWS refuses {{ $labels.operation }} of {{ $labels.exported_service }} to the load balancer controller.",
      levels: {
        warning: {
          // Its own label "service" gives way to that of the Kubernetes Service it is scraped through.
          expr: "sum by (operation, exported_service) (increase(aws_api_call_permission_errors_total[15m])) > 0",
          for: "15m",
        },
      },
      cases: [
        {
          when: "its role lacks a permission",
          series: {
            'aws_api_call_permission_errors_total{exported_service="ELBv2",operation="CreateRule"}': "0+1x60",
          },
          at: "40m",
          alerts: [
            {
              severity: "warning",
              labels: { exported_service: "ELBv2", operation: "CreateRule" },
              description: "AWS refuses CreateRule of ELBv2 to the load balancer controller.",
            },
          ],
        },
        {
          when: "it was refused once, long ago",
          series: {
            'aws_api_call_permission_errors_total{exported_service="ELBv2",operation="CreateRule"}': "1x60",
          },
          at: "40m",
          alerts: [],
        },
      ],
    },
  ],
};
