/** A time such as `30s`, `5m`, `4h` or `1d`. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

/** How somebody hears of an alert. Whatever is secret about it is copied from Secrets Manager. */
export type ReceiverConfig =
  | SlackReceiverConfig
  | PagerDutyReceiverConfig
  | EmailReceiverConfig
  | ZendeskReceiverConfig
  | SnsReceiverConfig;

export interface SlackReceiverConfig {
  readonly kind: "slack";

  /** With its `#`. */
  readonly channel: string;
}

/** Wakes whoever is on call. */
export interface PagerDutyReceiverConfig {
  readonly kind: "pagerduty";
}

export interface EmailReceiverConfig {
  readonly kind: "email";
  readonly to: string;
}

/** Opens a ticket, by an e-mail to the address that Zendesk takes tickets at. */
export interface ZendeskReceiverConfig {
  readonly kind: "zendesk";

  /** The `example` of example.zendesk.com. */
  readonly subdomain: string;
}

/** The topic whose silence sets off an alarm in CloudWatch. */
export interface SnsReceiverConfig {
  readonly kind: "sns";
}

/** Which alerts a receiver gets, and how often. */
export interface RouteConfig {
  /** Labels that an alert must have, each with a value, or one of several. `""` in a list is for those without it. */
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
   * How long a first message waits for others to join it.
   *
   * @default "30s"
   */
  readonly wait?: Duration;

  /**
   * How long before a message about what has changed.
   *
   * @default "5m"
   */
  readonly interval?: Duration;

  /**
   * How long before the same message comes again.
   *
   * @default "4h"
   */
  readonly repeat?: Duration;

  /**
   * Name of the time interval outside which the receiver is left in peace.
   *
   * @default - always
   */
  readonly during?: string;

  /**
   * Whether the alert goes on to the routes that follow.
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

  /** `09:30` */
  readonly from: string;

  /** `17:30`; `24:00` is the end of the day. */
  readonly until: string;

  /** As the tz database calls it: `Europe/London`. */
  readonly timezone: string;
}

/** The server that e-mails are sent through. Its password is copied from Secrets Manager. */
export interface SmtpConfig {
  /** Host and port; it must offer TLS. */
  readonly smarthost: string;
  readonly username: string;
  readonly from: string;
}

/** Who hears of which alert. What no route matches, nobody hears of. */
export interface AlertingConfig {
  /** By name. */
  readonly receivers: Readonly<Record<string, ReceiverConfig>>;

  /** The first that matches decides, and the next as well where it says `continue`. */
  readonly routes: readonly RouteConfig[];

  /** By name. */
  readonly timeIntervals: Readonly<Record<string, TimeIntervalConfig>>;

  /**
   * Needed where a receiver is e-mailed.
   *
   * @default - no e-mail is sent
   */
  readonly smtp?: SmtpConfig;
}
