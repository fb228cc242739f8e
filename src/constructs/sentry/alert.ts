import { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { SentryIssueMonitor } from "./issue-monitor";
import { SENTRY } from "./provider";

export interface SentryAlertProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;

  /** Slug of the project. */
  readonly project: string;

  /** Name of the environment whose exceptions it is about. */
  readonly environment: string;

  readonly recipient: SlackRecipient | TeamRecipient;

  /** Minutes after which Sentry repeats the alert about an issue that goes on. */
  readonly repeatMinutes: number;
}

/** Channel of a team. */
export interface SlackRecipient {
  /** Channel with its `#`: `#search`. */
  readonly slackChannel: string;

  /** Id of the Slack workspace's integration. */
  readonly slackWorkspace: string;
}

/** Members of a team at Sentry, by e-mail. */
export interface TeamRecipient {
  readonly team: string;

  /** Number of the team at Sentry. */
  readonly teamId: string;
}

/**
 * Alerts a team about an exception that is new or has come back.
 *
 * @see https://registry.terraform.io/providers/jianyuan/sentry/latest/docs/resources/alert
 */
export class SentryAlert extends Construct {
  constructor(scope: Construct, id: string, props: SentryAlertProps) {
    super(scope, id);
    const { organisation, project, environment, recipient, repeatMinutes } = props;

    const monitor = new SentryIssueMonitor(this, "monitor", { organisation, project });
    new RegistryResource(this, "alert", SENTRY, "sentry_alert", {
      organization: organisation,
      name: `${id}: tell ${nameOf(recipient)} of ${environment}`,
      environment,
      monitor_ids: [monitor.monitorId],
      frequency_minutes: repeatMinutes,
      trigger_conditions: [{ first_seen_event: {} }, { regression_event: {} }, { reappeared_event: {} }],
      action_filters: [
        {
          logic_type: "all",
          actions: [actionFor(recipient)],
        },
      ],
    });
  }
}

const nameOf = (recipient: SlackRecipient | TeamRecipient): string =>
  "team" in recipient ? recipient.team : recipient.slackChannel;

const actionFor = (recipient: SlackRecipient | TeamRecipient) =>
  "team" in recipient
    ? { email: { target_type: "team", target_id: recipient.teamId } }
    : {
        slack: {
          integration_id: recipient.slackWorkspace,
          channel_name: recipient.slackChannel,
          tags: "environment, release",
        },
      };
