import type {
  AlertCase,
  AlertCases,
  ExpectedAlert,
} from "../../../src/addons/platform-alerts/alert-case.cases";
import {
  type AlertGroup,
  type AlertRule,
  descriptionOf,
} from "../../../src/addons/platform-alerts/alert-rule";
import type { EnvironmentRules, PrometheusAlert } from "./alert-rules";

/**
 * Cases of groups of rules as promtool's tests.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules
 */
export function unitTests(
  groups: readonly AlertGroup[],
  cases: AlertCases,
  rules: EnvironmentRules,
  ruleFile: string,
) {
  const installed = rules.groups.flatMap((group) => group.rules);

  return {
    rule_files: [ruleFile],
    evaluation_interval: "1m",
    tests: groups.flatMap((group) =>
      group.rules.flatMap((rule) =>
        (cases[rule.name] ?? []).map((alertCase) => unitTest(rule, alertCase, installed)),
      ),
    ),
  };
}

const unitTest = (
  alertRule: AlertRule,
  { when, series, at, alerts }: AlertCase,
  installed: readonly PrometheusAlert[],
) => ({
  name: `${alertRule.name}: ${when}`,
  interval: "1m",
  input_series: Object.entries(series).map(([metric, values]) => ({ series: metric, values })),
  promql_expr_test: alerts.flatMap((alert) => [
    { expr: firing(alertRule.name, alert), eval_time: before(alert.since), exp_samples: [] },
    {
      expr: firing(alertRule.name, alert),
      eval_time: alert.since,
      exp_samples: [{ labels: "{}", value: 1 }],
    },
  ]),
  alert_rule_test: [
    {
      eval_time: at,
      alertname: alertRule.name,
      exp_alerts: alerts.map(({ severity, labels, description }) => {
        const rule = installed.find(
          ({ alert, labels: own }) => alert === alertRule.name && own.severity === severity,
        );
        return {
          exp_labels: { ...rule?.labels, severity, ...labels },
          exp_annotations: { ...rule?.annotations, description: descriptionOf(alertRule, description) },
        };
      }),
    },
  ],
});

/** Number of firing alerts that match the expected one. */
const firing = (alertname: string, { severity, labels }: ExpectedAlert): string => {
  const wanted = Object.entries({ alertname, alertstate: "firing", severity, ...labels });
  return `count(ALERTS{${wanted.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(",")}})`;
};

const before = (minutes: ExpectedAlert["since"]): string => `${parseInt(minutes) - 1}m`;
