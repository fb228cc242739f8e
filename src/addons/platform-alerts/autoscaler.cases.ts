import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about the cluster autoscaler, which adds and removes nodes. */
export const AUTOSCALER_CASES: AlertCases = {
  ScaleUpFailing: [
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
  AutoscalerFailing: [
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
  AutoscalerStopped: [
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
  AutoscalerHeldBack: [
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
};
