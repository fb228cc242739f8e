import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { alertmanagerConfig } from "../../../src/addons/kube-prometheus-stack/alertmanager-config";
import { exporterOf } from "../../support/metrics-catalogue";
import {
  PlatformAlerts,
  type PlatformAlertsProps,
} from "../../../src/addons/platform-alerts/platform-alerts";
import { type AlertRule, PLATFORM, runbookName } from "../../../src/addons/platform-alerts/alert-rule";
import { fleetAlerts } from "../../../src/addons/platform-alerts/fleet";
import { FLEET_CASES } from "../../../src/addons/platform-alerts/fleet.cases";
import { fleetRoutes } from "../../../src/addons/platform-alerts/fleet-routes";
import { ALERT_CASES } from "../../../src/addons/platform-alerts/groups.cases";
import { ALERT_GROUPS } from "../../../src/addons/platform-alerts/groups";
import type { AddonsSettings } from "../../../src/settings/addons";
import { PLATFORM_NAMESPACES } from "../../../src/settings/namespaces/namespaces";
import { clusterServicesWith } from "../../support/stacks";
import { readPromql } from "../../support/promql";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const props: PlatformAlertsProps = {
  namespace: "monitoring",
  labels: { destination: "slack-team" },
  runbooks: "https://runbooks.example",
};

const objectsOf = (different: Partial<PlatformAlertsProps> = {}): Block[] =>
  valuesOf(
    Terraform.of((scope) => new PlatformAlerts(scope, "alerts", { ...props, ...different })).only(Release),
  ).objects;

const RUNBOOK_PARTS = ["Effect", "Look", "Do", "Over when", "Call next"];

/** Placeholders that need no explanation beside the alert and the output of the command before. */
const PLAIN = ["environment", "number", "size"];

const FLEET = fleetAlerts([{ cluster: "north", organisation: "northwind" }]);

const rules = [...ALERT_GROUPS, FLEET].flatMap((group) => group.rules);
const named = rules.map((rule) => [rule.name, rule] as const);

const CASES = { ...ALERT_CASES, ...FLEET_CASES };

const casesOf = (name: string) => CASES[name] ?? [];

const rule = (different: Partial<AlertRule> = {}): AlertRule => ({
  name: "SomethingWrong",
  summary: "Something is wrong.",
  description: "Something is.",
  impact: "Users get errors.",
  firstLook: "Read its log first.",
  levels: { warning: { expr: "up == 0", for: "5m" } },
  ...different,
});

const refusalOf = (...all: readonly AlertRule[]) => {
  try {
    objectsOf({ groups: [{ name: "test", rules: all }] });
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("PlatformAlerts", () => {
  it("is a PrometheusRule for each part of the platform", () => {
    const objects = objectsOf({ groups: [{ name: "test", rules: [rule()] }] });

    expect(objects).toEqual([
      {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PrometheusRule",
        metadata: { name: "platform-test", namespace: "monitoring" },
        spec: {
          groups: [
            {
              name: "platform-test",
              rules: [
                {
                  alert: "SomethingWrong",
                  expr: "up == 0",
                  for: "5m",
                  labels: { destination: "slack-team", severity: "warning" },
                  annotations: {
                    summary: "Something is wrong.",
                    description: "Something is. Users get errors. Read its log first.",
                    runbook_url: "https://runbooks.example/something-wrong.md",
                  },
                },
              ],
            },
          ],
        },
      },
    ]);
    expect(objectsOf()).toHaveLength(ALERT_GROUPS.length);
  });

  it("watches certificates and backups only where the add-on that makes them is on", () => {
    const groupsWith = (addons: AddonsSettings) =>
      valuesOf(clusterServicesWith({ addons }).named(Release)["platform-alerts_rules"]!).objects.map(
        ({ metadata }: Block) => metadata.name as string,
      ) as string[];
    const optional = ["platform-certificates", "platform-backups"];

    expect(groupsWith({}).filter((name) => optional.includes(name))).toEqual([]);
    expect(groupsWith({ certManager: {}, velero: {} }).filter((name) => optional.includes(name))).toEqual(
      optional,
    );
  });

  it("takes no second rule of a name", () => {
    expect(refusalOf(rule(), rule())).toBe(
      'platform-alerts test.rules[1].name: expected a unique name, got "SomethingWrong"; rename one of the two ' +
        "rules, or make them two levels of one rule",
    );
  });

  it("takes no second group of a name, which would replace the first", () => {
    const group = { name: "test", rules: [] };

    expect(() => objectsOf({ groups: [group, group] })).toThrow(
      new Error("platform-alerts test: expected a unique group name, got a duplicate; merge the two groups"),
    );
  });

  it.each([
    [
      { name: "something-wrong" },
      'name: expected upper camel case such as NodeNotReady, got "something-wrong"; its runbook takes its name from it',
    ],
    [{ levels: {} }, "levels: expected a page or a warning, got an empty object; add a level"],
  ])("takes no rule like %o", (different, text) => {
    expect(refusalOf(rule(different))).toBe(`platform-alerts test.rules[0].${text}`);
  });
});

describe("an alert of the platform", () => {
  it.each(named)("asks for metrics that something provides: %s", (_, { levels }) => {
    for (const { expr } of Object.values(levels)) {
      const { metrics, errors } = readPromql(expr);

      expect(errors).toEqual([]);
      expect(metrics.length).toBeGreaterThan(0);
      expect(metrics.filter((metric) => exporterOf(metric) === undefined)).toEqual([]);
    }
  });

  it.each(named)(
    "has a page with its effect, where to look, what to do, its end and whom to call: %s",
    (name) => {
      const page = readFileSync(`docs/runbooks/${runbookName(name)}.md`, "utf8");
      const [title, ...parts] = page.split(/^#+ /m).slice(1);

      expect(title!.trim()).toBe(name);
      expect(parts.map((part) => part.split("\n", 1)[0])).toEqual(RUNBOOK_PARTS);
      expect(parts.filter((part) => !/\n\n\S/.test(part))).toEqual([]);
    },
  );

  it.each(named)("explains in its page each placeholder of a command: %s", (name) => {
    const page = readFileSync(`docs/runbooks/${runbookName(name)}.md`, "utf8");
    const explained = [...page.matchAll(/`<([a-z]+)>`/g)].map(([, placeholder]) => placeholder);
    const used = [...page.matchAll(/<([a-z]+)>/g)].map(([, placeholder]) => placeholder);

    expect(used.filter((placeholder) => ![...PLAIN, ...explained].includes(placeholder))).toEqual([]);
  });

  it.each(named)("leads on only to runbooks that exist: %s", (name) => {
    const pages = readdirSync("docs/runbooks");
    const page = readFileSync(`docs/runbooks/${runbookName(name)}.md`, "utf8");
    const links = [...page.matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, link]) => link!);

    expect(links.filter((link) => !pages.includes(link))).toEqual([]);
  });

  it.each(named)("names only files of ours that exist: %s", (name) => {
    const page = readFileSync(`docs/runbooks/${runbookName(name)}.md`, "utf8");
    const files = page.match(/\bsrc\/[\w/.-]+\.ts\b/g) ?? [];

    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("is there for every page", () => {
    const pages = readdirSync("docs/runbooks").map((file) => file.replace(/\.md$/, ""));
    const ofAws = ["audit-log", "threat-found"];

    expect(pages.sort()).toEqual([...rules.map(({ name }) => runbookName(name)), ...ofAws].sort());
  });

  it.each(named)("has a case in which it stays silent: %s", (name) => {
    expect(casesOf(name).some(({ alerts }) => alerts.length === 0)).toBe(true);
  });

  it("is there for every case", () => {
    expect(Object.keys(CASES).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(named)("has a case for each level at which it fires: %s", (name, { levels }) => {
    const fired = new Set(casesOf(name).flatMap(({ alerts }) => alerts.map(({ severity }) => severity)));

    expect([...fired].sort()).toEqual(Object.keys(levels).sort());
  });

  it.each(named.filter(([, { levels }]) => levels.page && levels.warning))(
    "is warned of no longer once it pages about the same, and is told apart from others by labels that count: %s",
    (name) => {
      const ofClusters = alertmanagerConfig(
        { receivers: {}, routes: [], timeIntervals: {} },
        { region: "eu-west-1", watchdogTopic: undefined },
      ).inhibit_rules as { equal: string[] }[];
      const ofFleets = fleetRoutes([], {}, "eu-west-1").inhibit_rules as { equal: string[] }[];
      const { equal } = (FLEET.rules.some((one) => one.name === name) ? ofFleets : ofClusters).at(-1)!;
      const labels = new Set(
        casesOf(name).flatMap(({ alerts }) => alerts.flatMap((alert) => Object.keys(alert.labels))),
      );

      expect([...labels].filter((label) => !equal.includes(label))).toEqual([]);
    },
  );

  it("knows the namespaces of the platform", () => {
    const [, namespaces] = /"(.*)"/.exec(PLATFORM)!;

    expect(namespaces!.split("|").sort()).toEqual(
      [...Object.values(PLATFORM_NAMESPACES), "kube-system"].sort(),
    );
  });
});
