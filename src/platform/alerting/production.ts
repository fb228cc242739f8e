import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { CONTACT as PLATFORM_TEAM } from "../names";
import { ALERT_DESTINATIONS, destinationRoute, IN_HOURS } from "./destinations";
import type { AlertingConfig, RouteConfig, TimeIntervalConfig } from "../../settings/alerting/alerting";

/** Hours in which engineers are at work. */
export const WORKING_HOURS: TimeIntervalConfig = {
  weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  from: "09:00",
  until: "17:30",
  timezone: "Europe/London",
};

/**
 * Route of an alert that always fires, so that its absence shows a fault between Prometheus and the receiver.
 */
export const WATCHDOG_ROUTE: RouteConfig = {
  match: { alertname: "Watchdog" },
  receiver: "watchdog",
  wait: "0s",
  interval: "1m",
  repeat: "1m",
};

/** Route of upstream's rules about the platform itself. Teams' own rules cover applications. */
export const UPSTREAM_ROUTE: RouteConfig = {
  match: {
    severity: ["critical", "warning"],
    namespace: [...Object.values(PLATFORM_NAMESPACES), "kube-system"],
  },
  receiver: "slack-platform-engineering-low-priority",
  wait: "5m",
  interval: "30m",
  repeat: "1d",
  during: IN_HOURS,
};

/** Route of upstream's rules about the whole cluster, which name no namespace. */
export const UPSTREAM_CLUSTER_ROUTE: RouteConfig = {
  ...UPSTREAM_ROUTE,
  match: { severity: "critical", namespace: [""] },
};

/**
 * Twelve hours are a night: the next engineer at work reads these. An interval longer than a working day
 * might find no engineer at work, every time.
 */
const ONCE_A_DAY = { wait: "12h", interval: "8h", repeat: "1d", during: IN_HOURS } as const;

/** Receivers and routes of production's alerts. */
export const PRODUCTION_ALERTING: AlertingConfig = {
  timeIntervals: { [IN_HOURS]: WORKING_HOURS },

  smtp: { smarthost: "smtp-relay.gmail.com:587", username: PLATFORM_TEAM, from: PLATFORM_TEAM },

  receivers: {
    watchdog: { kind: "sns" },
    pagerduty: { kind: "pagerduty" },
    "email-platform-engineering": { kind: "email", to: PLATFORM_TEAM },
    zendesk: { kind: "zendesk", subdomain: "govuk" },
    ...Object.fromEntries(
      Object.entries(ALERT_DESTINATIONS).map(([name, { channel }]) => [name, { kind: "slack", channel }]),
    ),
  },

  routes: [
    WATCHDOG_ROUTE,
    // The team gets a page too.
    { match: { severity: "page" }, receiver: "pagerduty", continue: true },
    {
      match: { alertname: "SignonApiUserTokenExpirySoon" },
      receiver: "slack-content-apis-team",
      ...ONCE_A_DAY,
    },
    { match: { alertname: "MirrorFreshnessAlert" }, receiver: "slack-platform-engineering", ...ONCE_A_DAY },
    ...Object.entries(ALERT_DESTINATIONS).map(([name, destination]) => destinationRoute(name, destination)),
    {
      match: { destination: "email-platform-engineering" },
      receiver: "email-platform-engineering",
      repeat: "1d",
    },
    { match: { destination: "zendesk" }, receiver: "zendesk", wait: "5m", repeat: "5d" },
    UPSTREAM_ROUTE,
    UPSTREAM_CLUSTER_ROUTE,
  ],
};
