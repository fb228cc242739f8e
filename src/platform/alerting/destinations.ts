import type { RouteConfig } from "../../settings/alerting/alerting";
import { applicationTeamsIn } from "../../settings/products/application-teams";
import { products } from "../products";

/** Receiver of alerts whose `destination` label has its name. */
export interface AlertDestination {
  readonly channel: string;

  /**
   * Channel for alerts from environments other than production.
   *
   * @default - the same
   */
  readonly rehearsalChannel?: string;

  /** Grouping, repetition and times of the notifications. */
  readonly route: Omit<RouteConfig, "match" | "receiver">;
}

/** Name of the time interval in which most teams want to receive alerts. */
export const IN_HOURS = "in-hours";

/** Destination of the platform's own alerts. */
export const PLATFORM_DESTINATION = "slack-platform-engineering";

const HALF_HOURLY = { wait: "1m", interval: "30m" } as const;
const DAILY = { wait: "5m", interval: "30m", repeat: "1d" } as const;

const ofTeams: Record<string, AlertDestination> = Object.fromEntries(
  applicationTeamsIn(products).flatMap(({ name, slackChannel }) =>
    slackChannel === undefined
      ? []
      : [[`slack-${name}`, { channel: slackChannel, route: { ...DAILY, during: IN_HOURS } }]],
  ),
);

/** Destinations by name: one for each team with a channel, and those that rules of applications have named for years. */
export const ALERT_DESTINATIONS: Readonly<Record<string, AlertDestination>> = {
  ...ofTeams,
  [PLATFORM_DESTINATION]: {
    channel: "#govuk-platform-support",
    route: { ...HALF_HOURLY, repeat: "3h", during: IN_HOURS },
  },
  "slack-platform-engineering-low-priority": {
    channel: "#govuk-platform-engineering-low-priority-alarms",
    route: { ...HALF_HOURLY, repeat: "3h", during: IN_HOURS },
  },
  "slack-startup-probe-failures": {
    channel: "#govuk-deploy-alerts",
    route: { groupBy: ["alertname", "app_name"], ...HALF_HOURLY, repeat: "3h" },
  },
  "slack-search-team": {
    channel: "#govuk-search-alerts",
    rehearsalChannel: "#govuk-search-alerts-nonprod",
    route: { groupBy: ["alertname", "severity", "environment"], repeat: "1d", during: IN_HOURS },
  },
  "slack-chat-notifications": { channel: "#ai-govuk-chat-devs", route: DAILY },
  "slack-whitehall-notifications": { channel: "#govuk-whitehall-experience-tech", route: DAILY },
  "slack-content-apis-team": {
    channel: "#govuk-content-apis-system-alerts",
    route: { ...DAILY, repeat: "1h" },
  },
  "slack-datagovuk-technical": { channel: "#datagovuk-technical", route: DAILY },
};

/** Route of a destination. */
export const destinationRoute = (name: string, { route }: AlertDestination): RouteConfig => ({
  match: { destination: name },
  receiver: name,
  ...route,
});
