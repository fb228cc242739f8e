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
    },
    ...PROMETHEUS_RULES,
    ...ALERTMANAGER_RULES,
  ],
};
