import type { AlertGroup } from "./alert-rule";

const IDLE = 'time() - max(cluster_autoscaler_last_activity{activity="main"})';

/** Rules about the cluster autoscaler, which adds and removes nodes. */
export const AUTOSCALER: AlertGroup = {
  name: "autoscaler",
  rules: [
    {
      name: "ScaleUpFailing",
      summary: "The cluster autoscaler cannot add nodes.",
      description: "The cluster autoscaler failed to add nodes; reason: {{ $labels.reason }}.",
      impact: "Pods that need a new node do not start, so applications cannot grow.",
      firstLook: "Read first the activity of the Auto Scaling group in the EC2 console.",
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
              description: "The cluster autoscaler failed to add nodes; reason: timeout.",
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
      summary: "The cluster autoscaler keeps failing.",
      description: "The cluster autoscaler keeps failing with errors of type {{ $labels.type }}.",
      impact: "The cluster neither grows nor shrinks, so new pods may find no room.",
      firstLook: "Read the errors in the autoscaler's log first.",
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
              description: "The cluster autoscaler keeps failing with errors of type cloudProviderError.",
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
      summary: "The cluster autoscaler has stopped working.",
      description: "The cluster autoscaler last completed a cycle {{ $value | humanizeDuration }} ago.",
      impact: "The cluster neither grows nor shrinks, so new pods may find no room.",
      firstLook: "Check first that a pod of the autoscaler runs.",
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
              description: "The cluster autoscaler last completed a cycle 30m 0s ago.",
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
      summary: "The cluster autoscaler has paused because too many nodes are not ready.",
      description: "The cluster autoscaler adds and removes no nodes until more of them are ready.",
      impact: "New pods may find no room, and applications on the broken nodes have fewer replicas.",
      firstLook: "List first the nodes that are not ready.",
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
              description: "The cluster autoscaler adds and removes no nodes until more of them are ready.",
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
