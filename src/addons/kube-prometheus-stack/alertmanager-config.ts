import type { HelmValues } from "../../constructs/helm-values";
import {
  type AlertReceiver,
  receiverConfig,
  type ReceiverSurroundings,
  secretFile,
} from "./alertmanager-receivers";
import { ALERTMANAGER_TEMPLATES } from "./alertmanager-templates";

export interface AlertRoute {
  readonly match: Readonly<Record<string, string | readonly string[]>>;
  readonly receiver: string;
  readonly groupBy?: readonly string[];
  readonly wait?: string;
  readonly interval?: string;
  readonly repeat?: string;

  /** Name of the time interval outside which nothing is sent. */
  readonly during?: string;
  readonly continue?: boolean;
}

export interface TimeInterval {
  readonly weekdays: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly timezone: string;
}

export interface SmtpServer {
  readonly smarthost: string;
  readonly username: string;
  readonly from: string;
}

/** Receivers and routes of alerts. */
export interface Alerting {
  readonly receivers: Readonly<Record<string, AlertReceiver>>;
  readonly routes: readonly AlertRoute[];
  readonly timeIntervals: Readonly<Record<string, TimeInterval>>;
  readonly smtp?: SmtpServer;
}

/** Hears of everything that no route takes, and does nothing. */
const NOBODY = "nobody";

/**
 * The configuration of Alertmanager. It holds no secret: each is read from a file.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration
 */
export const alertmanagerConfig = (alerting: Alerting, surroundings: ReceiverSurroundings): HelmValues => ({
  global: globalConfig(alerting),
  route: {
    receiver: NOBODY,
    group_by: ["alertname", "namespace"],
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "4h",
    routes: alerting.routes.map(routeConfig),
  },
  inhibit_rules: INHIBITIONS,
  receivers: [
    { name: NOBODY },
    ...Object.entries(alerting.receivers).map(([name, receiver]) => ({
      name,
      ...receiverConfig(receiver, surroundings),
    })),
  ],
  time_intervals: Object.entries(alerting.timeIntervals).map(([name, interval]) => ({
    name,
    time_intervals: [
      {
        weekdays: interval.weekdays,
        times: [{ start_time: interval.from, end_time: interval.until }],
        location: interval.timezone,
      },
    ],
  })),
  templates: Object.keys(ALERTMANAGER_TEMPLATES).map((file) => `/etc/alertmanager/config/${file}`),
});

function globalConfig({ receivers, smtp }: Alerting): HelmValues {
  const usesSlack = Object.values(receivers).some(({ kind }) => kind === "slack");

  return {
    resolve_timeout: "5m",
    ...(usesSlack && { slack_api_url_file: secretFile("slack_api_url") }),
    ...(smtp && {
      smtp_smarthost: smtp.smarthost,
      smtp_from: smtp.from,
      smtp_auth_username: smtp.username,
      smtp_auth_password_file: secretFile("smtp_password"),
      smtp_require_tls: true,
    }),
  };
}

const routeConfig = (route: AlertRoute): HelmValues => ({
  receiver: route.receiver,
  matchers: Object.entries(route.match).map(([label, values]) => matcher(label, values)),
  group_by: route.groupBy,
  group_wait: route.wait,
  group_interval: route.interval,
  repeat_interval: route.repeat,
  active_time_intervals: route.during === undefined ? undefined : [route.during],
  continue: route.continue,
});

const matcher = (label: string, values: string | readonly string[]): string =>
  typeof values === "string"
    ? `${label}=${JSON.stringify(values)}`
    : `${label}=~${JSON.stringify(values.map(withoutMeaning).join("|"))}`;

/** A text as a regular expression that matches it and nothing else. */
const withoutMeaning = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Labels that say what an alert is about; one that two alerts both lack counts as the same. */
const SUBJECT = [
  "alertname",
  "environment",
  "namespace",
  "application",
  "container",
  "deployment",
  "device",
  "instance",
  "mountpoint",
  "name",
  "node",
  "node_group",
  "persistentvolumeclaim",
  "pod",
];

/** Inhibitions: a page silences the warning about the same object. */
const INHIBITIONS: readonly HelmValues[] = [
  {
    source_matchers: ['severity=~"page|critical"'],
    target_matchers: ['severity=~"warning|info"'],
    equal: SUBJECT,
  },
];
