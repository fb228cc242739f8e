import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import { eventRuleName, topicName } from "../names/alarm-names";
import { EmailTopic } from "./email-topic";
import { EVENTBRIDGE, letRulePublish } from "./event-publisher";

/** Severities of GuardDuty's findings, each with the lowest number that it stands for. */
export const LOWEST_SEVERITY = { low: 1, medium: 4, high: 7, critical: 9 } as const;

export interface ThreatNoticesProps {
  readonly clusterName: string;
  readonly accountId: string;
  readonly region: string;

  /** Lowest severity of the findings that are told. */
  readonly severity: keyof typeof LOWEST_SEVERITY;

  /** Name of the secret with the address that receives findings by e-mail; `false` sends no e-mail. */
  readonly emailSecret: string | false;
}

/**
 * E-mails about findings of GuardDuty: EventBridge hands each finding of some severity to an encrypted topic, to which that
 * one rule publishes and nothing else.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export class ThreatNotices extends Construct {
  constructor(scope: Construct, id: string, props: ThreatNoticesProps) {
    super(scope, id);
    const { clusterName, accountId, region, severity, emailSecret } = props;
    const name = topicName.threats(clusterName);

    const topic = new EmailTopic(this, "topic", {
      name,
      displayName: `GuardDuty (${clusterName})`,
      description: `Findings of GuardDuty about ${clusterName}`,
      accountId,
      emailSecret,
      publisher: {
        service: EVENTBRIDGE,
        // EventBridge tells KMS neither its account nor its rule.
        conditions: {
          StringEquals: {
            "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:${name}`,
          },
        },
      },
    });

    const rule = new CloudwatchEventRule(this, "findings", {
      name: eventRuleName.threats(clusterName),
      description: `Findings of GuardDuty of severity ${severity} and above`,
      eventPattern: JSON.stringify({
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Finding"],
        detail: { severity: [{ numeric: [">=", LOWEST_SEVERITY[severity]] }] },
      }),
    });
    const policy = letRulePublish(this, "publisher", { topicArn: topic.arn, rule });
    new CloudwatchEventTarget(this, "to-topic", {
      rule: rule.name,
      arn: topic.arn,
      inputTransformer: { inputPaths: NOTICE_FIELDS, inputTemplate: NOTICE },
      dependsOn: [policy],
    });
  }
}

const NOTICE_FIELDS = {
  account: "$.account",
  description: "$.detail.description",
  id: "$.detail.id",
  region: "$.region",
  severity: "$.detail.severity",
  title: "$.detail.title",
  type: "$.detail.type",
};

/** One line of text in quotes, as EventBridge takes it. */
const NOTICE =
  '"GuardDuty, severity <severity>: <title>. <description> Type <type>, finding <id>, account <account>, region <region>. ' +
  'What to do: docs/runbooks/threat-found.md"';
