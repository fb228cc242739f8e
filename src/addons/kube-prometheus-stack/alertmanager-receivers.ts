import type { HelmValue, HelmValues } from "../../constructs/helm-values";
import { ALERT_RECEIVERS_SECRET, SECRET_KEYS } from "../../settings/alerting/receivers-secret";

export type AlertReceiver =
  | { readonly kind: "slack"; readonly channel: string }
  | { readonly kind: "pagerduty"; readonly keyInSecret?: string }
  | { readonly kind: "email"; readonly to: string }
  | { readonly kind: "zendesk"; readonly subdomain: string }
  | { readonly kind: "opsgenie"; readonly region?: "us" | "eu"; readonly keyInSecret?: string }
  | { readonly kind: "webhook"; readonly keyInSecret?: string }
  | { readonly kind: "teams"; readonly keyInSecret?: string }
  | { readonly kind: "sns" };

/** Facts about Alertmanager's surroundings that receivers need. */
export interface ReceiverSurroundings {
  readonly region: string;

  /** ARN of the topic that receivers of kind `sns` publish to; `undefined` where there is none. */
  readonly watchdogTopic: string | undefined;
}

/** The Kubernetes Secret with what receivers keep secret, which Alertmanager finds as files. */
export const RECEIVERS_SECRET = ALERT_RECEIVERS_SECRET.name;

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
      return { pagerduty_configs: [pagerDuty(ownSecret(receiver))] };
    case "email":
      return { email_configs: [email(receiver.to)] };
    case "zendesk":
      // The address that every Zendesk begins with. A ticket is not closed by a second e-mail.
      return {
        email_configs: [{ ...email(`support@${receiver.subdomain}.zendesk.com`), send_resolved: false }],
      };
    case "opsgenie":
      return { opsgenie_configs: [opsgenie(ownSecret(receiver), receiver.region)] };
    case "webhook":
      return { webhook_configs: [{ url_file: ownSecret(receiver), send_resolved: true }] };
    case "teams":
      return { msteamsv2_configs: [teams(ownSecret(receiver))] };
    case "sns":
      return { sns_configs: [sns(surroundings)] };
  }
}

/** File with a receiver's own secret. */
const ownSecret = ({ kind, keyInSecret }: { kind: keyof typeof SECRET_KEYS; keyInSecret?: string }): string =>
  secretFile(keyInSecret ?? SECRET_KEYS[kind]);

const slack = (channel: string): HelmValues => ({
  channel,
  send_resolved: true,
  title: '{{ template "platform.title" . }}',
  title_link: ALERTS_URL,
  text: '{{ template "platform.slack.text" . }}',
});

const pagerDuty = (routingKeyFile: string): HelmValues => ({
  routing_key_file: routingKeyFile,
  send_resolved: true,
  client: "Alertmanager",
  client_url: ALERTS_URL,
  description: '{{ template "platform.title" . }}',
  details: { alerts: '{{ template "platform.text" . }}' },
});

/** Opsgenie's addresses by region. */
const OPSGENIE = { us: "https://api.opsgenie.com/", eu: "https://api.eu.opsgenie.com/" } as const;

const opsgenie = (apiKeyFile: string, region: keyof typeof OPSGENIE = "us"): HelmValues => ({
  api_key_file: apiKeyFile,
  api_url: OPSGENIE[region],
  send_resolved: true,
  message: '{{ template "platform.title" . }}',
  description: '{{ template "platform.text" . }}',
  source: ALERTS_URL,
  priority: '{{ if eq .CommonLabels.severity "page" }}P1{{ else }}P3{{ end }}',
});

/** The address is that of a workflow: Microsoft has ended the older connectors. */
const teams = (webhookUrlFile: string): HelmValues => ({
  webhook_url_file: webhookUrlFile,
  send_resolved: true,
  title: '{{ template "platform.title" . }}',
  text: '{{ template "platform.text" . }}',
});

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
