import type { AlertGroup } from "./alert-rule";

const IDLE = 'time() - max(cluster_autoscaler_last_activity{activity="main"})';

/** What adds nodes and takes them away. */
export const AUTOSCALER: AlertGroup = {
  name: "autoscaler",
  rules: [
    {
      name: "ScaleUpFailing",
      summary: "Nodes that are needed cannot be had.",
      description: "The autoscaler could not add nodes, for the reason {{ $labels.reason }}.",
      levels: {
        warning: {
          expr: "sum by (reason) (increase(cluster_autoscaler_failed_scale_ups_total[30m])) > 0",
          for: "15m",
        },
      },
      cases: [
        {
          when: "AWS has no instances of the type",
          series: {
            'cluster_autoscaler_failed_scale_ups_total{reason="timeout"}': "0x9 1x9 2x9 3x9 4x9 5x9 6x9",
          },
          at: "60m",
          alerts: [
            {
              severity: "warning",
              since: "25m",
              labels: { reason: "timeout" },
              description: "The autoscaler could not add nodes, for the reason timeout.",
            },
          ],
        },
        {
          when: "every node comes",
          series: { 'cluster_autoscaler_failed_scale_ups_total{reason="timeout"}': "0x60" },
          at: "60m",
          alerts: [],
        },
      ],
    },
    {
      name: "AutoscalerFailing",
      summary: "The autoscaler fails to do its round.",
      description: "The autoscaler keeps failing with {{ $labels.type }}.",
      levels: {
        warning: {
          expr: "sum by (type) (increase(cluster_autoscaler_errors_total[15m])) > 1",
          for: "30m",
        },
      },
      cases: [
        {
          when: "the API of AWS refuses it",
          series: { 'cluster_autoscaler_errors_total{type="cloudProviderError"}': "0+1x90" },
          at: "60m",
          alerts: [
            {
              severity: "warning",
              since: "32m",
              labels: { type: "cloudProviderError" },
              description: "The autoscaler keeps failing with cloudProviderError.",
            },
          ],
        },
        {
          when: "it fails once",
          series: { 'cluster_autoscaler_errors_total{type="cloudProviderError"}': "0x40 1x50" },
          at: "60m",
          alerts: [],
        },
      ],
    },
    {
      name: "AutoscalerStopped",
      summary: "No nodes are added or taken away.",
      description: "The autoscaler last did its round {{ $value | humanizeDuration }} ago.",
      levels: { page: { expr: `${IDLE} > 600`, for: "10m" } },
      cases: [
        {
          when: "its last round is half an hour ago",
          series: { 'cluster_autoscaler_last_activity{activity="main"}': "0x60" },
          at: "30m",
          alerts: [
            {
              severity: "page",
              since: "21m",
              labels: {},
              description: "The autoscaler last did its round 30m 0s ago.",
            },
          ],
        },
        {
          when: "it does its rounds, and another replica waits for its turn",
          series: {
            'cluster_autoscaler_last_activity{activity="main",pod="a"}': "0+60x60",
            'cluster_autoscaler_last_activity{activity="main",pod="b"}': "0x60",
          },
          at: "30m",
          alerts: [],
        },
      ],
    },
    {
      name: "AutoscalerHeldBack",
      summary: "Too many nodes are out of order for the autoscaler to do anything.",
      description: "The autoscaler does nothing until more nodes are ready.",
      levels: { page: { expr: "max(cluster_autoscaler_cluster_safe_to_autoscale) == 0", for: "15m" } },
      cases: [
        {
          when: "half of all nodes are away",
          series: { cluster_autoscaler_cluster_safe_to_autoscale: "0x30" },
          at: "20m",
          alerts: [
            {
              severity: "page",
              since: "15m",
              labels: {},
              description: "The autoscaler does nothing until more nodes are ready.",
            },
          ],
        },
        {
          when: "they come back",
          series: { cluster_autoscaler_cluster_safe_to_autoscale: "0x10 1x20" },
          at: "20m",
          alerts: [],
        },
      ],
    },
  ],
};
