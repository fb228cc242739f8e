import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about faults that Prometheus can detect in itself. */
export const PROMETHEUS_CASES: AlertCases = {
  PrometheusConfigRejected: [
    {
      when: "a monitor makes it invalid",
      series: { 'prometheus_config_last_reload_successful{pod="prometheus-0"}': "0x30" },
      at: "15m",
      alerts: [
        {
          severity: "warning",
          since: "10m",
          labels: { pod: "prometheus-0" },
          description: "Pod prometheus-0 rejects its configuration.",
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
  PrometheusNotIngesting: [
    {
      when: "its volume is full",
      series: { 'prometheus_tsdb_head_samples_appended_total{pod="prometheus-0"}': "100x30" },
      at: "20m",
      alerts: [
        {
          severity: "page",
          since: "11m",
          labels: { pod: "prometheus-0" },
          description: "Pod prometheus-0 has stored no sample for 10 minutes.",
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
  PrometheusRulesFailing: [
    {
      when: "a rule matches too much",
      series: { 'prometheus_rule_evaluation_failures_total{rule_group="apps"}': "0+1x60" },
      at: "40m",
      alerts: [
        {
          severity: "warning",
          since: "16m",
          labels: { rule_group: "apps" },
          description: "Rules of group apps fail.",
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
  PrometheusDroppingAlerts: [
    {
      when: "one replica cannot reach any Alertmanager",
      series: { 'prometheus_notifications_dropped_total{pod="prometheus-0"}': "0+1x40" },
      at: "30m",
      alerts: [
        {
          severity: "page",
          since: "11m",
          labels: { pod: "prometheus-0" },
          description: "Pod prometheus-0 drops alerts that Alertmanager does not accept.",
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
};
