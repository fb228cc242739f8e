import type { Construct } from "constructs";
import { EmailTopic } from "./email-topic";

export interface AlarmTopicProps {
  readonly clusterName: string;
  readonly label: string;
  readonly accountId: string;

  /** Name of the secret that holds the address alarms are e-mailed to; `false` to e-mail nobody. */
  readonly emailSecret: string | false;
}

/**
 * Where CloudWatch alarms of a cluster go: an encrypted topic that e-mails the platform's Slack channel.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlarmTopic extends EmailTopic {
  constructor(scope: Construct, id: string, { clusterName, label, accountId, emailSecret }: AlarmTopicProps) {
    super(scope, id, {
      name: `${clusterName}-slack-alerts`,
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
