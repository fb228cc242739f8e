import type { AlertRule } from "./alert-rule";

/** What is wrong with Prometheus, as far as it can tell. */
export const PROMETHEUS_RULES: readonly AlertRule[] = [
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
            since: "10m",
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
            since: "11m",
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
          {
            severity: "warning",
            since: "16m",
            labels: { rule_group: "apps" },
            description: "Rules of apps fail.",
          },
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
            since: "11m",
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
];
