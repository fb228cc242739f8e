import { describe, expect, it } from "vitest";
import {
  type Alerting,
  alertmanagerConfig,
} from "../../../src/addons/kube-prometheus-stack/alertmanager-config";
import type { AlertReceiver } from "../../../src/addons/kube-prometheus-stack/alertmanager-receivers";
import { ALERTMANAGER_TEMPLATES } from "../../../src/addons/kube-prometheus-stack/alertmanager-templates";
import type { Block } from "../../support/terraform";

const TOPIC = "arn:aws:sns:eu-west-1:123456789012:govuk-watchdog";

const configOf = (alerting: Partial<Alerting>): Block =>
  JSON.parse(
    JSON.stringify(
      alertmanagerConfig(
        { receivers: {}, routes: [], timeIntervals: {}, ...alerting },
        { region: "eu-west-1", watchdogTopic: TOPIC },
      ),
    ),
  ) as Block;

const receiverOf = (receiver: AlertReceiver): Block =>
  configOf({ receivers: { team: receiver } }).receivers.find(({ name }: Block) => name === "team");

describe("Alertmanager's configuration", () => {
  it("tells nobody of what no route takes, and groups and repeats as long as no route says otherwise", () => {
    const { route, receivers } = configOf({});

    expect(route).toEqual({
      receiver: "nobody",
      group_by: ["alertname", "namespace"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "4h",
      routes: [],
    });
    expect(receivers).toEqual([{ name: "nobody" }]);
  });

  it("routes by labels, one value exactly and several as one of them", () => {
    const [route] = configOf({
      routes: [{ match: { severity: "page", namespace: ["a.b", "c"] }, receiver: "team" }],
    }).route.routes;

    expect(route).toEqual({ receiver: "team", matchers: ['severity="page"', 'namespace=~"a\\\\.b|c"'] });
  });

  it("gives each route its own times", () => {
    const [route] = configOf({
      routes: [
        {
          match: { severity: "page" },
          receiver: "team",
          groupBy: ["node"],
          wait: "1m",
          interval: "10m",
          repeat: "1d",
          during: "in-hours",
          continue: true,
        },
      ],
    }).route.routes;

    expect(route).toMatchObject({
      group_by: ["node"],
      group_wait: "1m",
      group_interval: "10m",
      repeat_interval: "1d",
      active_time_intervals: ["in-hours"],
      continue: true,
    });
  });

  it("knows when people are at work, where they are", () => {
    const interval = { weekdays: ["monday"], from: "09:00", until: "17:30", timezone: "Europe/London" };

    expect(configOf({ timeIntervals: { "in-hours": interval } }).time_intervals).toEqual([
      {
        name: "in-hours",
        time_intervals: [
          {
            weekdays: ["monday"],
            times: [{ start_time: "09:00", end_time: "17:30" }],
            location: "Europe/London",
          },
        ],
      },
    ]);
  });

  it("warns of nothing that it has paged about, unless it is about something else", () => {
    const [inhibition, ...others] = configOf({}).inhibit_rules;

    expect(others).toEqual([]);
    expect(inhibition.source_matchers).toEqual(['severity=~"page|critical"']);
    expect(inhibition.target_matchers).toEqual(['severity=~"warning|info"']);
    expect(inhibition.equal).toEqual(
      expect.arrayContaining(["alertname", "namespace", "node", "persistentvolumeclaim"]),
    );
  });

  it("finds its templates where the operator puts them", () => {
    expect(configOf({}).templates).toEqual(
      Object.keys(ALERTMANAGER_TEMPLATES).map((file) => `/etc/alertmanager/config/${file}`),
    );
  });
});

describe("a receiver", () => {
  it("of kind slack writes to its channel through the webhook in a file", () => {
    const { global } = configOf({ receivers: { team: { kind: "slack", channel: "#team" } } });

    expect(receiverOf({ kind: "slack", channel: "#team" }).slack_configs[0].channel).toBe("#team");
    expect(global.slack_api_url_file).toBe("/etc/alertmanager/secrets/alertmanager-receivers/slack_api_url");
  });

  it("of kind pagerduty wakes the engineer on call, with a link to what is wrong", () => {
    expect(receiverOf({ kind: "pagerduty" }).pagerduty_configs[0]).toMatchObject({
      routing_key_file: "/etc/alertmanager/secrets/alertmanager-receivers/pagerduty_routing_key",
      client_url: '{{ template "platform.alerts_url" . }}',
    });
  });

  it("of kind email is written to through a server whose password is in a file", () => {
    const smtp = { smarthost: "smtp.example:587", username: "me", from: "me@example.org" };

    expect(receiverOf({ kind: "email", to: "team@example.org" }).email_configs[0].to).toBe(
      "team@example.org",
    );
    expect(configOf({ smtp }).global).toEqual({
      resolve_timeout: "5m",
      smtp_smarthost: "smtp.example:587",
      smtp_from: "me@example.org",
      smtp_auth_username: "me",
      smtp_auth_password_file: "/etc/alertmanager/secrets/alertmanager-receivers/smtp_password",
      smtp_require_tls: true,
    });
  });

  it("of kind zendesk opens a ticket, and none to say that all is well", () => {
    expect(receiverOf({ kind: "zendesk", subdomain: "govuk" }).email_configs[0]).toMatchObject({
      to: "support@govuk.zendesk.com",
      send_resolved: false,
    });
  });

  it("of kind opsgenie makes an alert in the region of its account, urgent where it pages", () => {
    expect(receiverOf({ kind: "opsgenie" }).opsgenie_configs[0]).toMatchObject({
      api_key_file: "/etc/alertmanager/secrets/alertmanager-receivers/opsgenie_api_key",
      api_url: "https://api.opsgenie.com/",
      priority: '{{ if eq .CommonLabels.severity "page" }}P1{{ else }}P3{{ end }}',
    });
    expect(receiverOf({ kind: "opsgenie", region: "eu" }).opsgenie_configs[0].api_url).toBe(
      "https://api.eu.opsgenie.com/",
    );
  });

  it("of kind webhook calls the address in a file", () => {
    expect(receiverOf({ kind: "webhook" }).webhook_configs).toEqual([
      {
        url_file: "/etc/alertmanager/secrets/alertmanager-receivers/webhook_url",
        send_resolved: true,
      },
    ]);
  });

  it("of kind teams writes to the channel of the workflow in a file", () => {
    expect(receiverOf({ kind: "teams" }).msteamsv2_configs[0]).toMatchObject({
      webhook_url_file: "/etc/alertmanager/secrets/alertmanager-receivers/teams_webhook_url",
      text: '{{ template "platform.text" . }}',
    });
  });

  it.each([
    { kind: "pagerduty", field: "routing_key_file", configs: "pagerduty_configs" },
    { kind: "opsgenie", field: "api_key_file", configs: "opsgenie_configs" },
    { kind: "webhook", field: "url_file", configs: "webhook_configs" },
    { kind: "teams", field: "webhook_url_file", configs: "msteamsv2_configs" },
  ] as const)("of kind $kind may have a secret of its own", ({ kind, field, configs }) => {
    expect(receiverOf({ kind, keyInSecret: "floods" })[configs][0][field]).toBe(
      "/etc/alertmanager/secrets/alertmanager-receivers/floods",
    );
  });

  it("of kind sns publishes to the topic, as the role of its service account", () => {
    expect(receiverOf({ kind: "sns" }).sns_configs[0]).toMatchObject({
      topic_arn: TOPIC,
      sigv4: { region: "eu-west-1" },
    });
  });

  it.each([
    { kind: "slack", channel: "#team" },
    { kind: "pagerduty" },
    { kind: "email", to: "team@example.org" },
    { kind: "zendesk", subdomain: "govuk" },
    { kind: "opsgenie" },
    { kind: "webhook" },
    { kind: "teams" },
    { kind: "sns" },
  ] as const)("keeps no secret: %o", (receiver) => {
    const keys = new Set<string>();
    JSON.stringify(receiverOf(receiver), (key, value: unknown) => {
      keys.add(key);
      return value;
    });

    expect(
      [...keys].filter((key) =>
        /^(api_key|url|webhook_url|routing_key|service_key|auth_password|.*secret.*)$/.test(key),
      ),
    ).toEqual([]);
  });
});
