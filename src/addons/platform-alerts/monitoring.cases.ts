import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about the monitoring itself. If it goes silent, a CloudWatch alarm fires. */
export const MONITORING_CASES: AlertCases = {
  StateMetricsMissing: [
    {
      when: "it is gone",
      series: { 'up{job="kube-state-metrics"}': "1x5 0x5 _x20" },
      at: "20m",
      alerts: [
        {
          severity: "page",
          since: "16m",
          labels: {},
          description: "kube-state-metrics does not answer Prometheus.",
        },
      ],
    },
    {
      when: "it answers",
      series: { 'up{job="kube-state-metrics"}': "1x30" },
      at: "20m",
      alerts: [],
    },
  ],
  NodeExporterMissing: [
    {
      when: "one of two does not answer",
      series: {
        'kube_node_info{node="a"}': "1x60",
        'kube_node_info{node="b"}': "1x60",
        'up{job="node-exporter",instance="a"}': "1x60",
        'up{job="node-exporter",instance="b"}': "0x60",
      },
      at: "40m",
      alerts: [
        {
          severity: "warning",
          since: "30m",
          labels: {},
          description: "Number of nodes without a node-exporter that answers: 1.",
        },
      ],
    },
    {
      when: "all answer",
      series: { 'kube_node_info{node="a"}': "1x60", 'up{job="node-exporter",instance="a"}': "1x60" },
      at: "40m",
      alerts: [],
    },
  ],
};
