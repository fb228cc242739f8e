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

  /** Slack channel that it writes to: `#search`. */
  readonly slackChannel: string;

  /** Id of the Slack workspace's integration. */
  readonly slackWorkspace: string;

  /** Minutes after which Sentry repeats the alert about an issue that goes on. */
  readonly repeatMinutes: number;
}

/**
 * Alerts a team about an exception that is new or has come back.
 *
 * @see https://registry.terraform.io/providers/jianyuan/sentry/latest/docs/resources/alert
 */
export class SentryAlert extends Construct {
  constructor(scope: Construct, id: string, props: SentryAlertProps) {
    super(scope, id);
    const { organisation, project, environment, slackChannel, slackWorkspace, repeatMinutes } = props;

    const monitor = new SentryIssueMonitor(this, "monitor", { organisation, project });
    new RegistryResource(this, "alert", SENTRY, "sentry_alert", {
      organization: organisation,
      name: `${id}: tell ${slackChannel} of ${environment}`,
      environment,
      monitor_ids: [monitor.monitorId],
      frequency_minutes: repeatMinutes,
      trigger_conditions: [{ first_seen_event: {} }, { regression_event: {} }, { reappeared_event: {} }],
      action_filters: [
        {
          logic_type: "all",
          actions: [
            {
              slack: {
                integration_id: slackWorkspace,
                channel_name: slackChannel,
                tags: "environment, release",
              },
            },
          ],
        },
      ],
    });
  }
}
