import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { eventRuleName, INTERRUPTIONS, type Interruption } from "../names/alarm-names";
import { queueName } from "../names/cluster-names";
import { EVENTBRIDGE } from "./event-publisher";

export interface InterruptionQueueProps {
  readonly clusterName: string;
}

/** Seconds that a notice stays: an instance is gone after two minutes. */
const RETENTION_SECONDS = 300;

/** Events about instances that AWS is going to take away, or has. */
const EVENTS: Readonly<Record<Interruption, { readonly source: string; readonly detailType: string }>> = {
  health: { source: "aws.health", detailType: "AWS Health Event" },
  spot: { source: "aws.ec2", detailType: "EC2 Spot Instance Interruption Warning" },
  rebalance: { source: "aws.ec2", detailType: "EC2 Instance Rebalance Recommendation" },
  state: { source: "aws.ec2", detailType: "EC2 Instance State-change Notification" },
  reservation: { source: "aws.ec2", detailType: "EC2 Capacity Reservation Instance Interruption Warning" },
};

/**
 * Queue from which Karpenter learns that an instance is about to go, so that it drains the node in time.
 *
 * @see https://karpenter.sh/docs/concepts/disruption/#interruption
 */
export class InterruptionQueue extends Construct {
  constructor(scope: Construct, id: string, { clusterName }: InterruptionQueueProps) {
    super(scope, id);

    const queue = new SqsQueue(this, "queue", {
      name: queueName(clusterName),
      messageRetentionSeconds: RETENTION_SECONDS,
      sqsManagedSseEnabled: true,
    });
    const rules = INTERRUPTIONS.map((kind) => this.rule(clusterName, kind, queue));
    new SqsQueuePolicy(this, "policy", {
      queueUrl: queue.url,
      policy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: EVENTBRIDGE },
          Action: ["sqs:SendMessage"],
          Resource: [queue.arn],
          Condition: { ArnEquals: { "aws:SourceArn": rules.map(({ arn }) => arn) } },
        },
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: ["sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"],
          Resource: [queue.arn],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    });
  }

  private rule(clusterName: string, kind: Interruption, queue: SqsQueue): CloudwatchEventRule {
    const { source, detailType } = EVENTS[kind];
    const rule = new CloudwatchEventRule(this, kind, {
      name: eventRuleName.interruption(clusterName, kind),
      description: `Tells Karpenter of ${clusterName}: ${detailType}`,
      eventPattern: JSON.stringify({ source: [source], "detail-type": [detailType] }),
    });
    new CloudwatchEventTarget(this, `${kind}-target`, {
      rule: rule.name,
      targetId: "karpenter",
      arn: queue.arn,
    });
    return rule;
  }
}
