import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import type { HelmValues } from "../../constructs/helm-values";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { type AlertGroup, type AlertRule, descriptionOf, runbookName } from "./alert-rule";
import { ALERT_GROUPS } from "./groups";
import { problemsOfAlerts } from "./problems";

export interface PlatformAlertsProps {
  readonly namespace: string;

  /** Labels of every alert. Alertmanager routes by them. */
  readonly labels: Readonly<Record<string, string>>;

  /** URL of the folder of runbooks. */
  readonly runbooks: string;

  /**
   * Groups of rules to install.
   *
   * @default - all groups
   */
  readonly groups?: readonly AlertGroup[];

  /** @default - nothing */
  readonly after?: After;
}

/**
 * Alerts about the platform itself, each with a runbook.
 *
 * @throws if two rules share a name, or a rule has no test case
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules
 */
export class PlatformAlerts extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: PlatformAlertsProps) {
    super(scope, id);
    const { namespace, groups = ALERT_GROUPS, after } = props;
    const problems = problemsOfAlerts(groups);
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }

    this.ready = new Manifests(this, "rules", {
      namespace,
      releaseName: "platform-alerts",
      objects: groups.map((group) => prometheusRule(group, props)),
      after,
    }).ready;
  }
}

const prometheusRule = (group: AlertGroup, props: PlatformAlertsProps): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: `platform-${group.name}`, namespace: props.namespace },
  spec: { groups: [alertGroup(group, props)] },
});

/** Labels and links that every alert of a group has. */
type Annotated = Pick<PlatformAlertsProps, "labels" | "runbooks">;

/** Group in the format of Prometheus. */
export const alertGroup = ({ name, rules }: AlertGroup, props: Annotated): HelmValues => ({
  name: `platform-${name}`,
  rules: rules.flatMap((rule) => alertRules(rule, props)),
});

const alertRules = (rule: AlertRule, { labels, runbooks }: Annotated): HelmValues[] =>
  Object.entries(rule.levels).map(([severity, level]) => ({
    alert: rule.name,
    expr: level.expr,
    for: level.for,
    labels: { ...labels, severity },
    annotations: {
      summary: rule.summary,
      description: descriptionOf(rule, rule.description),
      runbook_url: `${runbooks}/${runbookName(rule.name)}.md`,
    },
  }));
