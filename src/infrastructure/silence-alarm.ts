import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

export interface SilenceAlarmProps {
  readonly alarmName: string;
  readonly description: string;

  /** Name of the topic that a message comes to every minute or two. */
  readonly topicName: string;

  /** ARN of the topic of CloudWatch alarms. */
  readonly alarmTopicArn: string;
}

/**
 * Alarm that fires when the messages to a topic stop for 15 minutes.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
 */
export const silenceAlarm = (
  scope: Construct,
  id: string,
  { alarmName, description, topicName, alarmTopicArn }: SilenceAlarmProps,
): CloudwatchMetricAlarm =>
  new CloudwatchMetricAlarm(scope, id, {
    alarmName,
    alarmDescription: description,
    namespace: "AWS/SNS",
    metricName: "NumberOfMessagesPublished",
    dimensions: { TopicName: topicName },
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 3,
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    treatMissingData: "breaching",
    alarmActions: [alarmTopicArn],
    okActions: [alarmTopicArn],
  });
