import type { HelmValue, HelmValues } from "../../constructs/helm-values";

export type AlertReceiver =
  | { readonly kind: "slack"; readonly channel: string }
  | { readonly kind: "pagerduty" }
  | { readonly kind: "email"; readonly to: string }
  | { readonly kind: "zendesk"; readonly subdomain: string }
  | { readonly kind: "sns" };

/** Facts about Alertmanager's surroundings that receivers need. */
export interface ReceiverSurroundings {
  readonly region: string;

  /** ARN of the topic that receivers of kind `sns` publish to; `undefined` where there is none. */
  readonly watchdogTopic: string | undefined;
}

/** The Kubernetes Secret with what receivers keep secret, which Alertmanager finds as files. */
export const RECEIVERS_SECRET = "alertmanager-receivers";

/** Path of a key in Alertmanager's pods. */
export const secretFile = (key: string): string => `/etc/alertmanager/secrets/${RECEIVERS_SECRET}/${key}`;

/** Address in a notification: its alerts in Alertmanager. */
const ALERTS_URL = '{{ template "platform.alerts_url" . }}';

/** A receiver as Alertmanager's configuration has it, without its name. */
export function receiverConfig(receiver: AlertReceiver, surroundings: ReceiverSurroundings): HelmValues {
  switch (receiver.kind) {
    case "slack":
      return { slack_configs: [slack(receiver.channel)] };
    case "pagerduty":
      return { pagerduty_configs: [PAGERDUTY] };
    case "email":
      return { email_configs: [email(receiver.to)] };
    case "zendesk":
      // The address that every Zendesk begins with. A ticket is not closed by a second e-mail.
      return {
        email_configs: [{ ...email(`support@${receiver.subdomain}.zendesk.com`), send_resolved: false }],
      };
    case "sns":
      return { sns_configs: [sns(surroundings)] };
  }
}

const slack = (channel: string): HelmValues => ({
  channel,
  send_resolved: true,
  title: '{{ template "platform.title" . }}',
  title_link: ALERTS_URL,
  text: '{{ template "platform.slack.text" . }}',
});

const PAGERDUTY: HelmValues = {
  routing_key_file: secretFile("pagerduty_routing_key"),
  send_resolved: true,
  client: "Alertmanager",
  client_url: ALERTS_URL,
  description: '{{ template "platform.title" . }}',
  details: { alerts: '{{ template "platform.text" . }}' },
};

const email = (to: string): Record<string, HelmValue> => ({
  to,
  send_resolved: true,
  headers: { Subject: '{{ template "platform.title" . }}' },
  html: "",
  text: '{{ template "platform.email.text" . }}',
});

const sns = ({ region, watchdogTopic }: ReceiverSurroundings): HelmValues => ({
  topic_arn: watchdogTopic,
  sigv4: { region },
  send_resolved: false,
  subject: '{{ template "platform.title" . }}',
  message: '{{ template "platform.text" . }}',
});
