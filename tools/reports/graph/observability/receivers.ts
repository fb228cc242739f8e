import type { AlertingConfig, ReceiverConfig } from "../../../../src/settings/alerting/alerting";
import type { Box } from "../picture";
import { arrow, type Part } from "../part";

/** Kinds of receivers of alerts. The picture of alerts has each receiver. CloudWatch watches a topic for silence. */
export function receivers({ receivers: known }: AlertingConfig): Part {
  const kinds = [...new Set(Object.values(known).map(({ kind }) => kind))];
  return {
    boxes: kinds.map((kind): Box => {
      const { title, does } = KINDS[kind];
      const all = Object.values(known).filter((receiver) => receiver.kind === kind).length;
      return {
        id: `receivers ${kind}`,
        title,
        lines: [does, ...(all > 1 ? [`${all} receivers`] : [])],
        colour: "yellow",
      };
    }),
    arrows: [
      ...kinds.map((kind) => arrow("alertmanager", `receivers ${kind}`)),
      ...(kinds.includes("sns")
        ? [{ ...arrow("receivers sns", "cloudwatch"), dashed: true, aside: true }]
        : []),
    ],
  };
}

/** Title of a kind of receiver, and what a message to it does. */
export const KINDS: Readonly<
  Record<ReceiverConfig["kind"], { readonly title: string; readonly does: string }>
> = {
  slack: { title: "Slack", does: "writes to channels" },
  pagerduty: { title: "PagerDuty", does: "wakes the engineer" },
  email: { title: "e-mail", does: "writes to a team" },
  zendesk: { title: "Zendesk", does: "opens a ticket" },
  opsgenie: { title: "Opsgenie", does: "tells the engineer" },
  webhook: { title: "webhook", does: "calls a program" },
  teams: { title: "Teams", does: "writes to channels" },
  sns: { title: "SNS", does: "silence alarms" },
};
