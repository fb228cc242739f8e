import { describe, expect, it } from "vitest";
import type { AlertCases } from "../../../../src/addons/platform-alerts/alert-case.cases";
import type { AlertGroup } from "../../../../src/addons/platform-alerts/alert-rule";
import { clusterLabel } from "../../../../src/settings/environment/stack-names";
import { environmentRules } from "../../../checks/prometheus-rules/alert-rules";
import { unitTests } from "../../../checks/prometheus-rules/unit-tests";
import { environments, platform } from "../../../../__tests__/support/platform";

const rules = environmentRules(
  Object.entries(platform).map(([id, { json }]) => ({ id, folder: "", json })),
  environments,
);

const group: AlertGroup = {
  name: "test",
  rules: [
    {
      name: "Down",
      summary: "It is down.",
      description: "{{ $labels.job }} is down.",
      impact: "Users get errors.",
      firstLook: "Read its log first.",
      levels: { page: { expr: "up == 0", for: "5m" } },
    },
  ],
};

const cases: AlertCases = {
  Down: [
    {
      when: "it is",
      series: { 'up{job="a"}': "0x10" },
      at: "10m",
      alerts: [{ severity: "page", since: "5m", labels: { job: "a" }, description: "a is down." }],
    },
    { when: "it is not", series: { 'up{job="a"}': "1x10" }, at: "10m", alerts: [] },
  ],
};

const installed = {
  environment: "test",
  groups: [
    {
      name: "platform-test",
      rules: [
        {
          alert: "Down",
          labels: { destination: "slack-team", severity: "page" },
          annotations: {
            summary: "It is down.",
            description: "{{ $labels.job }} is down. Users get errors. Read its log first.",
          },
        },
      ],
    },
  ],
};

describe("the rules of environments", () => {
  it("are found in each that has Prometheus", () => {
    expect(rules.map(({ environment }) => environment).sort()).toEqual(
      environments.flatMap(({ clusters }) => clusters.map(clusterLabel)).sort(),
    );
    expect(rules.every(({ groups }) => groups.some(({ name }) => name === "platform-nodes"))).toBe(true);
  });

  it("go to a destination that the environment's routes know", () => {
    const destinations = new Set(
      rules.flatMap(({ groups }) =>
        groups.flatMap((group) => group.rules.map(({ labels }) => labels.destination)),
      ),
    );

    expect([...destinations]).toEqual(["slack-platform-engineering"]);
  });
});

describe("the tests of promtool", () => {
  const { tests, rule_files } = unitTests([group], cases, installed, "rules.json");

  it("are one for each case, with its metrics at one a minute", () => {
    expect(rule_files).toEqual(["rules.json"]);
    expect(tests.map(({ name }) => name)).toEqual(["Down: it is", "Down: it is not"]);
    expect(tests[0]).toMatchObject({
      interval: "1m",
      input_series: [{ series: 'up{job="a"}', values: "0x10" }],
    });
  });

  it("expect the alert as it is installed, with its labels and description filled in", () => {
    expect(tests[0]!.alert_rule_test).toEqual([
      {
        eval_time: "10m",
        alertname: "Down",
        exp_alerts: [
          {
            exp_labels: { destination: "slack-team", severity: "page", job: "a" },
            exp_annotations: {
              summary: "It is down.",
              description: "a is down. Users get errors. Read its log first.",
            },
          },
        ],
      },
    ]);
  });

  it("expect it from the minute on that the case names, and not a minute before", () => {
    const expr = 'count(ALERTS{alertname="Down",alertstate="firing",severity="page",job="a"})';

    expect(tests[0]!.promql_expr_test).toEqual([
      { expr, eval_time: "4m", exp_samples: [] },
      { expr, eval_time: "5m", exp_samples: [{ labels: "{}", value: 1 }] },
    ]);
  });

  it("expect nothing where it keeps quiet", () => {
    expect(tests[1]!.alert_rule_test[0]!.exp_alerts).toEqual([]);
  });
});
