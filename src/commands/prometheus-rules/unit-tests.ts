import type { AlertCase, AlertGroup, AlertRule } from "../../addons/platform-alerts/alert-rule";
import type { EnvironmentRules, PrometheusAlert } from "./alert-rules";

/**
 * The cases of groups of rules as promtool's tests.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules
 */
export function unitTests(groups: readonly AlertGroup[], rules: EnvironmentRules, ruleFile: string) {
  const installed = rules.groups.flatMap((group) => group.rules);

  return {
    rule_files: [ruleFile],
    evaluation_interval: "1m",
    tests: groups.flatMap((group) =>
      group.rules.flatMap((rule) => rule.cases.map((alertCase) => unitTest(rule, alertCase, installed))),
    ),
  };
}

const unitTest = (
  { name }: AlertRule,
  { when, series, at, alerts }: AlertCase,
  installed: readonly PrometheusAlert[],
) => ({
  name: `${name}: ${when}`,
  interval: "1m",
  input_series: Object.entries(series).map(([metric, values]) => ({ series: metric, values })),
  alert_rule_test: [
    {
      eval_time: at,
      alertname: name,
      exp_alerts: alerts.map(({ severity, labels, description }) => {
        const rule = installed.find(({ alert, labels: own }) => alert === name && own.severity === severity);
        return {
          exp_labels: { ...rule?.labels, severity, ...labels },
          exp_annotations: { ...rule?.annotations, description },
        };
      }),
    },
  ],
});
