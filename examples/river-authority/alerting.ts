import type { AlertingConfig } from "../../src/settings/alerting/alerting";

/** Receivers of the authority's alerts, all in one workspace of Slack. Products add channels of their own to it. */
export const alerting: AlertingConfig = {
  timeIntervals: {},

  receivers: {
    watchdog: { kind: "sns" },
    platform: { kind: "slack", channel: "#platform" },
  },

  routes: [
    {
      match: { alertname: "Watchdog" },
      receiver: "watchdog",
      wait: "0s",
      interval: "1m",
      repeat: "1m",
    },
    { match: { severity: "page" }, receiver: "platform", continue: true },
    { match: { destination: "platform" }, receiver: "platform" },
  ],
};
