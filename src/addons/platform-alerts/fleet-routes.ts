import type { HelmValue, HelmValues } from "../../constructs/helm-values";

/** Receiver of every alert. */
const PLATFORM = "platform";

/** Receiver of the alert that always fires. */
export const WATCHDOG = "watchdog";

/** Name of the receiver of an organisation. */
const receiverOf = (organisation: string): string => `organisation-${organisation}`;

/** Receivers of a fleet's alerts, of which each has a topic, with the organisation that each is for; the watchdog is for none. */
export const fleetReceivers = (
  organisations: readonly string[],
): Readonly<Record<string, FleetReceiver>> => ({
  [PLATFORM]: { kind: "platform" },
  [WATCHDOG]: { kind: "watchdog" },
  ...Object.fromEntries(
    organisations.map((organisation) => [
      receiverOf(organisation),
      { kind: "organisation" as const, organisation },
    ]),
  ),
});

/** Addressee of alerts: the platform team, an organisation, or an alarm of CloudWatch alone. */
export type FleetReceiver =
  | { readonly kind: "platform" | "watchdog" }
  | { readonly kind: "organisation"; readonly organisation: string };

/**
 * Configuration of the alert manager of a fleet's workspace: a page goes to the organisation whose cluster it is about,
 * and every alert to the platform. A silence of a cluster matches its label.
 *
 * @param topics - ARNs of topics, by the receiver's name
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-config.html
 */
export const fleetRoutes = (
  organisations: readonly string[],
  topics: Readonly<Record<string, string>>,
  region: string,
): HelmValues => ({
  route: {
    receiver: PLATFORM,
    group_by: ["alertname", "cluster"],
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "4h",
    routes: [
      {
        receiver: WATCHDOG,
        matchers: ['alertname="FleetWatchdog"'],
        group_wait: "0s",
        group_interval: "1m",
        repeat_interval: "2m",
      },
      ...organisations.map((organisation): HelmValue => ({
        receiver: receiverOf(organisation),
        matchers: [`organisation=${JSON.stringify(organisation)}`, 'severity="page"'],
        continue: true,
      })),
      { receiver: PLATFORM },
    ],
  },
  inhibit_rules: [
    // Its last alerts stay in the workspace for minutes after it fell silent.
    {
      source_matchers: ['alertname="ClusterSilent"'],
      target_matchers: ['alertname="ClusterAlertFiring"'],
      equal: ["cluster"],
    },
    {
      source_matchers: ['severity="page"'],
      target_matchers: ['severity="warning"'],
      equal: ["alertname", "cluster", "organisation", "raised"],
    },
  ],
  receivers: Object.entries(topics).map(([name, topic]): HelmValue => ({
    name,
    sns_configs: [
      { topic_arn: topic, sigv4: { region }, send_resolved: true, subject: SUBJECT, message: MESSAGE },
    ],
  })),
});

/** Subject of an e-mail, which SNS allows 100 characters. */
const SUBJECT =
  "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} {{ .CommonLabels.organisation }} {{ .CommonLabels.cluster }}";

const MESSAGE =
  "{{ range .Alerts }}{{ .Annotations.description }}\nRunbook: {{ .Annotations.runbook_url }}\n\n{{ end }}";
