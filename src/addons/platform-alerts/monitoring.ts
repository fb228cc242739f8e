import type { AlertGroup } from "./alert-rule";
import { ALERTMANAGER_RULES } from "./alertmanager";
import { PROMETHEUS_RULES } from "./prometheus";

/** What watches everything else. Of its silence CloudWatch tells. */
export const MONITORING: AlertGroup = {
  name: "monitoring",
  rules: [
    {
      name: "StateMetricsMissing",
      summary: "Prometheus does not know the state of the cluster, and most alerts keep quiet.",
      description: "kube-state-metrics does not answer Prometheus.",
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
      summary: "Prometheus does not know how some nodes are.",
      description: "{{ $value }} nodes have no node-exporter that answers.",
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
              description: "1 nodes have no node-exporter that answers.",
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
