/** A time such as `30s`, `5m`, `4h` or `1d`. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

/** Receiver of alerts. Its secret parts are copied from Secrets Manager. */
export type ReceiverConfig =
  | SlackReceiverConfig
  | PagerDutyReceiverConfig
  | EmailReceiverConfig
  | ZendeskReceiverConfig
  | OpsgenieReceiverConfig
  | WebhookReceiverConfig
  | TeamsReceiverConfig
  | SnsReceiverConfig;

/** Receiver with a secret of its own, such as a routing key or an address that is one. */
interface WithSecretKey {
  /**
   * Key of the secret `alertmanager/receivers` that has the receiver's own secret.
   *
   * @default - one for all receivers of the kind: `SECRET_KEYS` in `receivers-secret.ts`
   */
  readonly keyInSecret?: string;
}

export interface SlackReceiverConfig {
  readonly kind: "slack";

  /** Channel with its `#`. */
  readonly channel: string;
}

/** Receiver that wakes the engineer on call. */
export interface PagerDutyReceiverConfig extends WithSecretKey {
  readonly kind: "pagerduty";
}

export interface EmailReceiverConfig {
  readonly kind: "email";
  readonly to: string;
}

/** Receiver that opens a ticket, by e-mail to Zendesk's address for tickets. */
export interface ZendeskReceiverConfig {
  readonly kind: "zendesk";

  /** Subdomain: the `example` of example.zendesk.com. */
  readonly subdomain: string;
}

/** Receiver that makes an alert at Opsgenie, which tells the engineer on call. */
export interface OpsgenieReceiverConfig extends WithSecretKey {
  readonly kind: "opsgenie";

  /**
   * Region of the account at Opsgenie.
   *
   * @default "us"
   */
  readonly region?: "us" | "eu";
}

/** Receiver that gets alerts as JSON at an address. The address is secret: it often holds a token. */
export interface WebhookReceiverConfig extends WithSecretKey {
  readonly kind: "webhook";
}

/** Receiver that writes to a channel of Microsoft Teams, through the address of a workflow. */
export interface TeamsReceiverConfig extends WithSecretKey {
  readonly kind: "teams";
}

/** Receiver that is a topic whose silence fires an alarm in CloudWatch. */
export interface SnsReceiverConfig {
  readonly kind: "sns";
}

/** Alerts for a receiver, and their timing. */
export interface RouteConfig {
  /**
   * Labels that an alert must have, each with a value, or one of several. `""` in a list matches alerts
   * without the label.
   */
  readonly match: Readonly<Record<string, string | readonly string[]>>;

  /** Name of the receiver. */
  readonly receiver: string;

  /**
   * Labels whose alerts are sent together.
   *
   * @default - alertname and namespace
   */
  readonly groupBy?: readonly string[];

  /**
   * Time that a first message waits for others to join it.
   *
   * @default "30s"
   */
  readonly wait?: Duration;

  /**
   * Time before a message about changes.
   *
   * @default "5m"
   */
  readonly interval?: Duration;

  /**
   * Time before the same message is sent again.
   *
   * @default "4h"
   */
  readonly repeat?: Duration;

  /**
   * Name of the time interval in which the receiver gets alerts.
   *
   * @default - always
   */
  readonly during?: string;

  /**
   * Passes the alert on to the routes that follow.
   *
   * @default false
   */
  readonly continue?: boolean;
}

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** A day of the week, as Alertmanager writes it. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A part of each of some days. */
export interface TimeIntervalConfig {
  readonly weekdays: readonly Weekday[];

  /** Start, such as `09:30`. */
  readonly from: string;

  /** End, such as `17:30`; `24:00` is the end of the day. */
  readonly until: string;

  /** Time zone of the tz database, such as `Europe/London`. */
  readonly timezone: string;
}

/** Server that sends the e-mails. Its password is copied from Secrets Manager. */
export interface SmtpConfig {
  /** Host and port. The server must offer TLS. */
  readonly smarthost: string;
  readonly username: string;
  readonly from: string;
}

/** Receivers and routes of alerts. An alert that matches no route is not sent. */
export interface AlertingConfig {
  /** Receivers by name. */
  readonly receivers: Readonly<Record<string, ReceiverConfig>>;

  /** Routes. The first that matches decides, and the next one too if it has `continue`. */
  readonly routes: readonly RouteConfig[];

  /** Time intervals by name. */
  readonly timeIntervals: Readonly<Record<string, TimeIntervalConfig>>;

  /**
   * Server for e-mails, needed if a receiver gets e-mail.
   *
   * @default - none: no e-mail is sent
   */
  readonly smtp?: SmtpConfig;
}
