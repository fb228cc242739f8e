import type { AlertingConfig } from "../../src/settings/alerting/alerting";

/** Receivers without Slack: Opsgenie wakes the engineer on call, and Teams tells the teams. */
export const alerting: AlertingConfig = {
  timeIntervals: {},

  receivers: {
    watchdog: { kind: "sns" },
    "on-call": { kind: "opsgenie", region: "eu" },
    "pilots-on-call": { kind: "pagerduty" },
    platform: { kind: "teams" },
    berths: { kind: "teams", keyInSecret: "berths_teams_webhook_url" },
    "ticket-desk": { kind: "webhook" },
    harbourmaster: { kind: "email", to: "harbourmaster@harbour-trust.example" },
  },

  routes: [
    {
      match: { alertname: "Watchdog" },
      receiver: "watchdog",
      wait: "0s",
      interval: "1m",
      repeat: "1m",
    },
    { match: { severity: "page", destination: "pilots" }, receiver: "pilots-on-call" },
    { match: { severity: "page" }, receiver: "on-call", continue: true },
    { match: { destination: "berths" }, receiver: "berths" },
    { match: { destination: "desk" }, receiver: "ticket-desk" },
    { match: { destination: "harbourmaster" }, receiver: "harbourmaster", repeat: "1d" },
    { match: { destination: "platform" }, receiver: "platform" },
  ],

  smtp: {
    smarthost: "smtp.harbour-trust.example:587",
    username: "alerts",
    from: "alerts@harbour-trust.example",
  },
};
