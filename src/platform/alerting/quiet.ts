import { ALERT_DESTINATIONS, destinationRoute, IN_HOURS } from "./destinations";
import type { AlertingConfig } from "../../settings/alerting/alerting";
import { UPSTREAM_CLUSTER_ROUTE, UPSTREAM_ROUTE, WATCHDOG_ROUTE, WORKING_HOURS } from "./production";

/**
 * Receivers and routes of an environment without public users: the same teams, in working hours, by Slack
 * alone. A page of production has low priority here.
 */
export const QUIET_ALERTING: AlertingConfig = {
  timeIntervals: { [IN_HOURS]: WORKING_HOURS },

  receivers: {
    watchdog: { kind: "sns" },
    ...Object.fromEntries(
      Object.entries(ALERT_DESTINATIONS).map(([name, { channel, rehearsalChannel = channel }]) => [
        name,
        { kind: "slack", channel: rehearsalChannel },
      ]),
    ),
  },

  routes: [
    WATCHDOG_ROUTE,
    {
      match: { severity: "page" },
      receiver: "slack-platform-engineering-low-priority",
      repeat: "1d",
      during: IN_HOURS,
    },
    ...Object.entries(ALERT_DESTINATIONS).map(([name, destination]) => ({
      ...destinationRoute(name, destination),
      repeat: "1d" as const,
      during: IN_HOURS,
    })),
    UPSTREAM_ROUTE,
    UPSTREAM_CLUSTER_ROUTE,
  ],
};
