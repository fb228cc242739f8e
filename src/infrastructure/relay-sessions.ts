import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { eventRuleName } from "../names/alarm-names";
import { relayDocumentName, relayLogGroupName } from "../names/cluster-names";
import { EncryptedLogGroup, type EncryptedLogGroupProps } from "./encrypted-log-group";
import { EVENTBRIDGE } from "./event-publisher";

export interface RelaySessionsProps extends Omit<EncryptedLogGroupProps, "name" | "contents"> {
  readonly clusterName: string;
}

/**
 * Record of each session through the relay: caller, address and time. Session Manager itself logs nothing of a forwarded
 * port, whose contents are TLS; the audit log of the cluster has each request. CloudTrail must have a trail in the account,
 * without which EventBridge gets no calls.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-auditing.html
 */
export class RelaySessions extends Construct {
  constructor(scope: Construct, id: string, { clusterName, ...props }: RelaySessionsProps) {
    super(scope, id);

    const group = new EncryptedLogGroup(this, "log", {
      ...props,
      name: relayLogGroupName(clusterName),
      contents: `Sessions through the relay of ${clusterName}`,
    });
    const rule = new CloudwatchEventRule(this, "started", {
      name: eventRuleName.sessions(clusterName),
      description: `Sessions through the relay of ${clusterName}`,
      eventPattern: JSON.stringify({
        source: ["aws.ssm"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
          eventName: ["StartSession"],
          requestParameters: { documentName: [relayDocumentName(clusterName)] },
        },
      }),
    });
    const policy = new CloudwatchLogResourcePolicy(this, "writer", {
      policyName: eventRuleName.sessions(clusterName),
      policyDocument: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: [EVENTBRIDGE, "delivery.logs.amazonaws.com"] },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: [`${group.arn}:*`],
          Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
        },
      ]),
    });
    new CloudwatchEventTarget(this, "to-log", { rule: rule.name, arn: group.arn, dependsOn: [policy] });
  }
}
