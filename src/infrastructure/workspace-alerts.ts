import { PrometheusAlertManagerDefinition } from "@cdktf/provider-aws/lib/prometheus-alert-manager-definition";
import { PrometheusRuleGroupNamespace } from "@cdktf/provider-aws/lib/prometheus-rule-group-namespace";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { alarmName, topicName } from "../names/alarm-names";
import { EmailTopic } from "./email-topic";
import { silenceAlarm } from "./silence-alarm";

export interface WorkspaceAlertsProps {
  readonly clusterName: string;
  readonly accountId: string;
  readonly workspace: { readonly id: string; readonly arn: string };

  /** Names of the secrets with the addresses of receivers, by the receivers' names. */
  readonly receivers: Readonly<Record<string, string | false>>;

  /** Receiver that a message comes to every minute or two, of which it is an alarm if they stop. */
  readonly watchdog: string;

  /** ARN of the topic of CloudWatch alarms. */
  readonly alarmTopicArn: string;

  /** Groups of rules, in the format of Prometheus. */
  readonly groups: readonly object[];

  /** Writes the configuration of Alertmanager for topics by the receivers' names. */
  readonly configuration: (topics: Readonly<Record<string, string>>) => object;
}

/** Service that evaluates the rules and publishes. */
const PROMETHEUS = "aps.amazonaws.com";

/**
 * Rules that AWS evaluates in a workspace, and its alert manager, which tells each receiver by a topic of its own.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-AMPpermission.html
 */
export class WorkspaceAlerts extends Construct {
  constructor(scope: Construct, id: string, props: WorkspaceAlertsProps) {
    super(scope, id);
    const { workspace, receivers, groups, configuration } = props;
    const topics = Object.entries(receivers).map(([name, emailSecret]) => ({
      name,
      ...this.topic(name, emailSecret, props),
    }));

    silenceAlarm(this, "alarm", {
      alarmName: alarmName.fleetWatchdog(props.clusterName),
      description: `Nobody hears of alerts of the fleet of ${props.clusterName}: its rules or its alert manager are silent`,
      topicName: topicName.fleet(props.clusterName, props.watchdog),
      alarmTopicArn: props.alarmTopicArn,
    });
    const definition = new PrometheusAlertManagerDefinition(this, "routes", {
      workspaceId: workspace.id,
      // AWS reads YAML, of which JSON is a part.
      definition: JSON.stringify({
        alertmanager_config: JSON.stringify(
          configuration(Object.fromEntries(topics.map(({ name, arn }) => [name, arn]))),
        ),
      }),
      dependsOn: topics.map(({ policy }) => policy),
    });
    new PrometheusRuleGroupNamespace(this, "rules", {
      name: "fleet",
      workspaceId: workspace.id,
      data: JSON.stringify({ groups }),
      dependsOn: [definition],
    });
  }

  private topic(name: string, emailSecret: string | false, props: WorkspaceAlertsProps) {
    const { clusterName, accountId, workspace } = props;
    const onlyFrom = {
      ArnEquals: { "aws:SourceArn": workspace.arn },
      StringEquals: { "aws:SourceAccount": accountId },
    };
    const { arn } = new EmailTopic(this, name, {
      name: topicName.fleet(clusterName, name),
      displayName: `Fleet of ${clusterName}`,
      description: `Alerts of the fleet of ${clusterName} for ${name}`,
      accountId,
      emailSecret,
      publisher: {
        service: PROMETHEUS,
        conditions: onlyFrom,
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      },
    });
    const policy = new SnsTopicPolicy(this, `${name}-publisher`, {
      arn,
      policy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: PROMETHEUS },
          Action: ["sns:Publish", "sns:GetTopicAttributes"],
          Resource: [arn],
          Condition: onlyFrom,
        },
      ]),
    });
    return { arn, policy };
  }
}
