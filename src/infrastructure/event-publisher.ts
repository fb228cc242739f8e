import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import type { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import type { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";

/** Service that hands events to topics and keys. */
export const EVENTBRIDGE = "events.amazonaws.com";

/** Lets one rule of EventBridge publish to a topic, and nothing else. */
export const letRulePublish = (
  scope: Construct,
  id: string,
  { topicArn, rule }: { readonly topicArn: string; readonly rule: CloudwatchEventRule },
): SnsTopicPolicy =>
  new SnsTopicPolicy(scope, id, {
    arn: topicArn,
    policy: policyDocument([
      {
        Effect: "Allow",
        Principal: { Service: EVENTBRIDGE },
        Action: ["sns:Publish"],
        Resource: [topicArn],
        Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
      },
    ]),
  });
