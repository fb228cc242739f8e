import type { AlertRule } from "./alert-rule";

/** Rules about faults that Prometheus can detect in itself. */
export const PROMETHEUS_RULES: readonly AlertRule[] = [
  {
    name: "PrometheusConfigRejected",
    summary: "Prometheus rejects its configuration and keeps the old one.",
    description: "Pod {{ $labels.pod }} rejects its configuration.",
    impact: "Users notice nothing, but new monitors and alert rules have no effect.",
    firstLook: "Read first the error in the log of its prometheus container.",
    levels: {
      warning: { expr: "min by (pod) (prometheus_config_last_reload_successful) == 0", for: "10m" },
    },
  },
  {
    name: "PrometheusNotIngesting",
    summary: "Prometheus stores no new metrics.",
    description: "Pod {{ $labels.pod }} has stored no sample for 10 minutes.",
    impact: "Users notice nothing, but alerts cannot fire if no other replica works.",
    firstLook: "Check first whether its volume is full.",
    levels: {
      page: {
        expr: "sum by (pod) (rate(prometheus_tsdb_head_samples_appended_total[5m])) == 0",
        for: "10m",
      },
    },
  },
  {
    name: "PrometheusRulesFailing",
    summary: "Prometheus cannot evaluate some rules.",
    description: "Rules of group {{ $labels.rule_group }} fail.",
    impact: "Users notice nothing, but the alerts of this group cannot fire.",
    firstLook: "Read the error first in Prometheus under Status, Rule health.",
    levels: {
      warning: {
        expr: "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[15m])) > 0",
        for: "15m",
      },
    },
  },
  {
    name: "PrometheusDroppingAlerts",
    summary: "Prometheus cannot hand its alerts to Alertmanager.",
    description: "Pod {{ $labels.pod }} drops alerts that Alertmanager does not accept.",
    impact: "Teams may miss alerts about problems that users already have.",
    firstLook: "Check first that the pods of Alertmanager run.",
    levels: {
      page: {
        expr: "sum by (pod) (increase(prometheus_notifications_dropped_total[10m])) > 0",
        for: "10m",
      },
    },
  },
];
