import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import { alarmName, topicName } from "../names/alarm-names";

export interface WatchdogTopicProps {
  readonly clusterName: string;

  /** ARN of the topic of CloudWatch alarms. */
  readonly alarmTopicArn: string;
}

/**
 * A topic that Alertmanager publishes to every minute or two while it, Prometheus and the network between
 * them work, and an alarm that fires when the messages stop.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
 */
export class WatchdogTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: WatchdogTopicProps) {
    super(scope, id);
    const { clusterName, alarmTopicArn } = props;

    const topic = new SnsTopic(this, "topic", {
      name: topicName.watchdog(clusterName),
      // AWS's own key for SNS, which every publisher may use. The topic has no subscriber: CloudWatch only
      // counts the messages.
      kmsMasterKeyId: "alias/aws/sns",
    });

    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarmName.watchdog(clusterName),
      alarmDescription: `Nobody hears of alerts of ${clusterName}: Prometheus or Alertmanager is silent`,
      namespace: "AWS/SNS",
      metricName: "NumberOfMessagesPublished",
      dimensions: { TopicName: topic.name },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [alarmTopicArn],
      okActions: [alarmTopicArn],
    });

    this.arn = topic.arn;
  }
}
