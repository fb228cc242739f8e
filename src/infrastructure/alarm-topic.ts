import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { EncryptionKey } from "./encryption-key";

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
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { clusterName, label, accountId, emailSecret } = props;

    // CloudWatch cannot publish through the key that AWS manages for SNS.
    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description: `Alarms of cluster ${clusterName}`,
      users: [
        {
          service: "cloudwatch.amazonaws.com",
          conditions: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
      protected: false,
    });

    this.arn = new SnsTopic(this, "topic", {
      name: `${clusterName}-slack-alerts`,
      displayName: `EKS CloudWatch alerts (${label})`,
      kmsMasterKeyId: key.arn,
    }).arn;

    if (emailSecret) {
      const address = new DataAwsSecretsmanagerSecretVersion(this, "email-address", {
        secretId: emailSecret,
      });
      new SnsTopicSubscription(this, "email", {
        topicArn: this.arn,
        protocol: "email",
        endpoint: address.secretString,
      });
    }
  }
}
