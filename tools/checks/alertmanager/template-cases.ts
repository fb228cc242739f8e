/** Data that Alertmanager gives its templates, and the expected text. */
export interface TemplateCase {
  readonly template: string;

  /** Situation of the case. */
  readonly when: string;
  readonly data: NotificationData;
  readonly text: string;
}

/** @see https://prometheus.io/docs/alerting/latest/notifications/#data */
interface NotificationData {
  readonly status: "firing" | "resolved";
  readonly receiver: string;
  readonly externalURL: string;
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly alerts: readonly {
    readonly status: "firing" | "resolved";
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

const annotations = {
  summary: "A volume is filling up.",
  description: "Volume data-0 is 91% full.",
  runbook_url: "https://runbooks.example/volume-filling.md",
};

const data: NotificationData = {
  status: "firing",
  receiver: "slack-search-team",
  externalURL: "https://alertmanager.example",
  commonLabels: { alertname: "VolumeFilling", environment: "production" },
  alerts: [
    { status: "firing", labels: { volume: "data-0" }, annotations },
    {
      status: "resolved",
      labels: { volume: "data-1" },
      annotations: { ...annotations, description: "Volume data-1 is 80% full." },
    },
  ],
};

const several: NotificationData = { ...data, commonLabels: {} };
const bare: NotificationData = {
  ...data,
  alerts: [{ status: "firing", labels: {}, annotations: { summary: "Something is wrong." } }],
};

/** Expected texts of notifications. */
export const TEMPLATE_CASES: readonly TemplateCase[] = [
  {
    template: "platform.title",
    when: "some alerts fire",
    data,
    text: "[FIRING:1] VolumeFilling in production",
  },
  {
    template: "platform.title",
    when: "all is well again",
    data: { ...data, status: "resolved" },
    text: "[RESOLVED] VolumeFilling in production",
  },
  {
    template: "platform.title",
    when: "alerts of several names are sent together",
    data: several,
    text: "[FIRING:1] several alerts",
  },
  {
    template: "platform.alerts_url",
    when: "somebody wants to see them",
    data: { ...data, receiver: "a & b" },
    text: "https://alertmanager.example/#/alerts?receiver=a+%26+b",
  },
  {
    template: "platform.slack.text",
    when: "one alert fires and another is over",
    data,
    text: [
      "*A volume is filling up.*",
      "Volume data-0 is 91% full.",
      "<https://runbooks.example/volume-filling.md|Runbook>",
      ":white_check_mark: *A volume is filling up.*",
      "Volume data-1 is 80% full.",
      "<https://runbooks.example/volume-filling.md|Runbook>",
    ].join("\n"),
  },
  {
    template: "platform.slack.text",
    when: "an alert has neither description nor runbook",
    data: bare,
    text: "*Something is wrong.*",
  },
  {
    template: "platform.email.text",
    when: "one alert fires and another is over",
    data,
    text: [
      "A volume is filling up.",
      "Volume data-0 is 91% full.",
      "Runbook: https://runbooks.example/volume-filling.md",
      "A volume is filling up.",
      "Volume data-1 is 80% full.",
      "Runbook: https://runbooks.example/volume-filling.md",
      "",
      "https://alertmanager.example/#/alerts?receiver=slack-search-team",
    ].join("\n"),
  },
  {
    template: "platform.text",
    when: "an alert has neither description nor runbook",
    data: bare,
    text: "Something is wrong.",
  },
];
