import type { AlertGroup } from "./alert-rule";

const FAILED = "sum by (integration) (rate(alertmanager_notifications_failed_total[15m]))";
const ALL = "sum by (integration) (rate(alertmanager_notifications_total[15m]))";

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
            { severity: "warning", labels: {}, description: "1 nodes have no node-exporter that answers." },
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
    {
      name: "PrometheusConfigRejected",
      summary: "Prometheus refuses its configuration and goes on with an old one.",
      description: "{{ $labels.pod }} refuses its configuration.",
      levels: {
        warning: { expr: "min by (pod) (prometheus_config_last_reload_successful) == 0", for: "10m" },
      },
      cases: [
        {
          when: "a monitor makes it invalid",
          series: { 'prometheus_config_last_reload_successful{pod="prometheus-0"}': "0x30" },
          at: "15m",
          alerts: [
            {
              severity: "warning",
              labels: { pod: "prometheus-0" },
              description: "prometheus-0 refuses its configuration.",
            },
          ],
        },
        {
          when: "it takes it",
          series: { 'prometheus_config_last_reload_successful{pod="prometheus-0"}': "1x30" },
          at: "15m",
          alerts: [],
        },
      ],
    },
    {
      name: "PrometheusNotIngesting",
      summary: "Prometheus takes nothing in.",
      description: "{{ $labels.pod }} has stored no sample for ten minutes.",
      levels: {
        page: {
          expr: "sum by (pod) (rate(prometheus_tsdb_head_samples_appended_total[5m])) == 0",
          for: "10m",
        },
      },
      cases: [
        {
          when: "its volume is full",
          series: { 'prometheus_tsdb_head_samples_appended_total{pod="prometheus-0"}': "100x30" },
          at: "20m",
          alerts: [
            {
              severity: "page",
              labels: { pod: "prometheus-0" },
              description: "prometheus-0 has stored no sample for ten minutes.",
            },
          ],
        },
        {
          when: "it stores samples",
          series: { 'prometheus_tsdb_head_samples_appended_total{pod="prometheus-0"}': "100+100x30" },
          at: "20m",
          alerts: [],
        },
      ],
    },
    {
      name: "PrometheusRulesFailing",
      summary: "Some rules cannot be evaluated, so their alerts keep quiet.",
      description: "Rules of {{ $labels.rule_group }} fail.",
      levels: {
        warning: {
          expr: "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[15m])) > 0",
          for: "15m",
        },
      },
      cases: [
        {
          when: "a rule matches too much",
          series: { 'prometheus_rule_evaluation_failures_total{rule_group="apps"}': "0+1x60" },
          at: "40m",
          alerts: [
            { severity: "warning", labels: { rule_group: "apps" }, description: "Rules of apps fail." },
          ],
        },
        {
          when: "none fails",
          series: { 'prometheus_rule_evaluation_failures_total{rule_group="apps"}': "3x60" },
          at: "40m",
          alerts: [],
        },
      ],
    },
    {
      name: "PrometheusDroppingAlerts",
      summary: "Alerts do not reach Alertmanager.",
      description: "{{ $labels.pod }} drops alerts that it cannot hand over.",
      levels: {
        page: {
          expr: "sum by (pod) (increase(prometheus_notifications_dropped_total[10m])) > 0",
          for: "10m",
        },
      },
      cases: [
        {
          when: "one replica cannot reach any Alertmanager",
          series: { 'prometheus_notifications_dropped_total{pod="prometheus-0"}': "0+1x40" },
          at: "30m",
          alerts: [
            {
              severity: "page",
              labels: { pod: "prometheus-0" },
              description: "prometheus-0 drops alerts that it cannot hand over.",
            },
          ],
        },
        {
          when: "it dropped some while it started",
          series: { 'prometheus_notifications_dropped_total{pod="prometheus-0"}': "0 3x40" },
          at: "30m",
          alerts: [],
        },
      ],
    },
    {
      name: "AlertmanagerConfigRejected",
      summary: "Alertmanager refuses its configuration and goes on with an old one.",
      description: "{{ $labels.pod }} refuses its configuration.",
      levels: {
        page: { expr: "min by (pod) (alertmanager_config_last_reload_successful) == 0", for: "10m" },
      },
      cases: [
        {
          when: "it cannot be read",
          series: { 'alertmanager_config_last_reload_successful{pod="alertmanager-0"}': "0x30" },
          at: "15m",
          alerts: [
            {
              severity: "page",
              labels: { pod: "alertmanager-0" },
              description: "alertmanager-0 refuses its configuration.",
            },
          ],
        },
        {
          when: "it takes it",
          series: { 'alertmanager_config_last_reload_successful{pod="alertmanager-0"}': "1x30" },
          at: "15m",
          alerts: [],
        },
      ],
    },
    {
      name: "NotificationsFailing",
      summary: "People do not hear of alerts by one of the ways they should.",
      description: "{{ $value | humanizePercentage }} of all messages by {{ $labels.integration }} fail.",
      levels: { warning: { expr: `${FAILED} / ${ALL} > 0.1`, for: "15m" } },
      cases: [
        {
          when: "Slack refuses half of them",
          series: {
            'alertmanager_notifications_failed_total{integration="slack"}': "0+1x60",
            'alertmanager_notifications_total{integration="slack"}': "0+2x60",
          },
          at: "40m",
          alerts: [
            {
              severity: "warning",
              labels: { integration: "slack" },
              description: "50% of all messages by slack fail.",
            },
          ],
        },
        {
          when: "none fails, and none is sent by another way",
          series: {
            'alertmanager_notifications_failed_total{integration="slack"}': "0x60",
            'alertmanager_notifications_total{integration="slack"}': "0+2x60",
            'alertmanager_notifications_failed_total{integration="email"}': "0x60",
            'alertmanager_notifications_total{integration="email"}': "0x60",
          },
          at: "40m",
          alerts: [],
        },
      ],
    },
    {
      name: "AlertmanagerSplit",
      summary: "Replicas of Alertmanager do not know of each other, so people hear of everything twice.",
      description: "A replica of Alertmanager knows {{ $value }} of them.",
      levels: {
        warning: {
          expr:
            "min(alertmanager_cluster_members) < " +
            'count(up{job="kube-prometheus-stack-alertmanager",endpoint="http-web"} == 1)',
          for: "15m",
        },
      },
      cases: [
        {
          when: "one of three knows only itself",
          series: {
            'alertmanager_cluster_members{pod="a"}': "2x30",
            'alertmanager_cluster_members{pod="b"}': "2x30",
            'alertmanager_cluster_members{pod="c"}': "1x30",
            ...Object.fromEntries(
              ["a", "b", "c"].map((pod) => [
                `up{job="kube-prometheus-stack-alertmanager",endpoint="http-web",pod="${pod}"}`,
                "1x30",
              ]),
            ),
          },
          at: "20m",
          alerts: [
            { severity: "warning", labels: {}, description: "A replica of Alertmanager knows 1 of them." },
          ],
        },
        {
          when: "one of two is gone for good",
          series: {
            'alertmanager_cluster_members{pod="a"}': "1x30",
            'up{job="kube-prometheus-stack-alertmanager",endpoint="http-web",pod="a"}': "1x30",
            'up{job="kube-prometheus-stack-alertmanager",endpoint="reloader-web",pod="a"}': "1x30",
          },
          at: "20m",
          alerts: [],
        },
      ],
    },
  ],
};
