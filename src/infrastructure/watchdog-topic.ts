import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import { alarmName, topicName } from "../names/alarm-names";
import { silenceAlarm } from "./silence-alarm";

export interface WatchdogTopicProps {
  readonly clusterName: string;

  /** ARN of the topic of CloudWatch alarms. */
  readonly alarmTopicArn: string;
}

/**
 * A topic that Alertmanager publishes to every minute or two while it, Prometheus and the network between
 * them work, and an alarm that fires when the messages stop.
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

    silenceAlarm(this, "alarm", {
      alarmName: alarmName.watchdog(clusterName),
      description: `Nobody hears of alerts of ${clusterName}: Prometheus or Alertmanager is silent`,
      topicName: topic.name,
      alarmTopicArn,
    });

    this.arn = topic.arn;
  }
}
