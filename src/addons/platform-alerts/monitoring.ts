import type { AlertGroup } from "./alert-rule";
import { ALERTMANAGER_RULES } from "./alertmanager";
import { PROMETHEUS_RULES } from "./prometheus";

/** Rules about the monitoring itself. If it goes silent, a CloudWatch alarm fires. */
export const MONITORING: AlertGroup = {
  name: "monitoring",
  rules: [
    {
      name: "StateMetricsMissing",
      summary: "Prometheus gets no metrics about the state of the cluster.",
      description: "kube-state-metrics does not answer Prometheus.",
      impact: "Users notice nothing, but most alerts cannot fire.",
      firstLook: "Check first that the pods of kube-state-metrics run.",
      levels: { page: { expr: 'absent(up{job="kube-state-metrics"} == 1)', for: "10m" } },
      cases: [
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
    },
    {
      name: "NodeExporterMissing",
      summary: "Prometheus gets no metrics from some nodes.",
      description: "Number of nodes without a node-exporter that answers: {{ $value }}.",
      impact: "Users notice nothing, but alerts about full disks on those nodes cannot fire.",
      firstLook: "List first the node-exporter's pods with their nodes.",
      levels: {
        warning: {
          expr: 'count(kube_node_info) - (sum(up{job="node-exporter"}) or vector(0)) > 0',
          for: "30m",
        },
      },
      cases: [
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
    },
    ...PROMETHEUS_RULES,
    ...ALERTMANAGER_RULES,
  ],
};
