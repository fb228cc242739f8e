import type { AlertingConfig, ReceiverConfig, RouteConfig } from "../../../../src/settings/alerting/alerting";
import { arrow, type Part } from "../part";

/** Receivers of alerts, with the arrows to them. CloudWatch watches a topic for silence. */
export function receivers({ receivers: known, routes }: AlertingConfig): Part {
  const all = Object.entries(known);
  return {
    boxes: all.map(([name, receiver]) => ({
      id: `receiver ${name}`,
      title: name,
      lines: [wordsFor(receiver)],
      colour: "yellow",
    })),
    arrows: [
      ...all.map(([name]) =>
        arrow(
          "alertmanager",
          `receiver ${name}`,
          ...routes.filter(({ receiver }) => receiver === name).flatMap(matchWords),
        ),
      ),
      ...all
        .filter(([, { kind }]) => kind === "sns")
        .map(([name]) => arrow(`receiver ${name}`, "cloudwatch", "silence")),
    ],
  };
}

const matchWords = ({ match, during }: RouteConfig): string[] => [
  Object.entries(match)
    .map(([label, value]) => `${label}=${[value].flat().join("|") || "none"}`)
    .join(", "),
  ...(during === undefined ? [] : [`only ${during}`]),
];

function wordsFor(receiver: ReceiverConfig): string {
  switch (receiver.kind) {
    case "slack":
      return `Slack ${receiver.channel}`;
    case "pagerduty":
      return "PagerDuty: wakes who is on call";
    case "email":
      return `e-mail to ${receiver.to}`;
    case "zendesk":
      return `a ticket at ${receiver.subdomain}.zendesk.com`;
    case "sns":
      return "SNS: its silence sets off an alarm";
  }
}
