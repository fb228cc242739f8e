import type { Construct } from "constructs";
import { topicName } from "../names/alarm-names";
import { EmailTopic } from "./email-topic";

export interface AlarmTopicProps {
  readonly clusterName: string;
  readonly label: string;
  readonly accountId: string;

  /** Name of the secret with the address that receives alarms by e-mail; `false` sends no e-mail. */
  readonly emailSecret: string | false;
}

/**
 * An encrypted topic for a cluster's CloudWatch alarms, which e-mails the platform's Slack channel.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlarmTopic extends EmailTopic {
  constructor(scope: Construct, id: string, { clusterName, label, accountId, emailSecret }: AlarmTopicProps) {
    super(scope, id, {
      name: topicName.alarms(clusterName),
      displayName: `EKS CloudWatch alerts (${label})`,
      description: `Alarms of cluster ${clusterName}`,
      accountId,
      emailSecret,
      publisher: {
        service: "cloudwatch.amazonaws.com",
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    });
  }
}
