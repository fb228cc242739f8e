import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import { DEPLOYED, TEMPLATES, TRIGGERS, type TriggerName } from "./triggers";
import { externalSecret } from "../../constructs/external-secret";

export interface NotificationsProps {
  /** Messages in Slack; `false` for none. */
  readonly slack: SlackNotifications | false;

  /** Receiver of an event for each healthy application that was deployed; `false` for none. */
  readonly deployments: DeploymentEvents | false;
}

export interface SlackNotifications {
  /** Path in Secrets Manager of the bot's `slack-token`. */
  readonly tokenPath: string;

  /** The channel that hears of every application, without `#`; teams have theirs beside it. */
  readonly channel: string;

  /** Events that it receives. */
  readonly triggers: readonly TriggerName[];
}

/** The endpoint of Argo Workflows that events are sent to. */
export interface DeploymentEvents {
  readonly url: string;

  /** The service account, in Argo CD's namespace, that sends them. */
  readonly serviceAccount: string;
}

/** The only Secret that Argo CD looks up references of its notifications in. */
const SECRET = "argocd-notifications-secret";

/**
 * Secret of the notifications. If events are sent, it is the token of a service account, which Kubernetes
 * fills in, with Slack's token beside it; otherwise it holds Slack's alone.
 */
export function notificationsSecret(
  { slack, deployments }: NotificationsProps,
  namespace: string,
): readonly Manifest[] {
  const ofSlack = (creationPolicy: "Owner" | "Merge"): Manifest[] =>
    slack
      ? [
          externalSecret({
            path: slack.tokenPath,
            name: SECRET,
            namespace,
            keys: ["slack-token"],
            creationPolicy,
          }),
        ]
      : [];
  if (!deployments) {
    return ofSlack("Owner");
  }
  const { serviceAccount } = deployments;
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: serviceAccount, namespace } },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: SECRET,
        namespace,
        annotations: { "kubernetes.io/service-account.name": serviceAccount },
      },
      type: "kubernetes.io/service-account-token",
    },
    ...ofSlack("Merge"),
  ];
}

/**
 * Notifications, by event and receiver.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/
 */
export const argoCdNotifications = ({ slack, deployments }: NotificationsProps): HelmValues => ({
  enabled: slack !== false || deployments !== false,
  secret: { create: false, name: SECRET },
  notifiers: {
    ...(slack && { "service.slack": JSON.stringify({ token: "$slack-token" }) }),
    ...(deployments && { "service.webhook.argo-workflows": JSON.stringify(webhook(deployments)) }),
  },
  subscriptions: [
    ...(slack ? [{ recipients: [`slack:${slack.channel}`], triggers: slack.triggers }] : []),
    ...(deployments ? [{ recipients: ["argo-workflows"], triggers: [DEPLOYED] }] : []),
  ],
  triggers: TRIGGERS,
  templates: TEMPLATES,
});

const webhook = ({ url }: DeploymentEvents): HelmValues => ({
  url,
  headers: [
    { name: "Authorization", value: "Bearer $token" },
    { name: "Content-Type", value: "application/json" },
  ],
});
