import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { EncryptionKey, type KeyUser } from "./encryption-key";

export interface EmailTopicProps {
  readonly name: string;

  /** Sender's name in the e-mails. */
  readonly displayName: string;

  /** Description of the key: the messages that it encrypts. */
  readonly description: string;
  readonly accountId: string;

  /** AWS service that publishes. */
  readonly publisher: KeyUser;

  /** @default - the stack's */
  readonly region?: string;

  /** Name of the secret with the address to e-mail; `false` sends no e-mail. */
  readonly emailSecret: string | false;
}

/**
 * An encrypted topic whose messages are e-mailed.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export class EmailTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EmailTopicProps) {
    super(scope, id);
    const { name, displayName, description, accountId, publisher, region, emailSecret } = props;

    // Services cannot publish through the key that AWS manages for SNS.
    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description,
      region,
      users: [publisher],
      protected: false,
    });
    this.arn = new SnsTopic(this, "topic", { region, name, displayName, kmsMasterKeyId: key.arn }).arn;

    if (emailSecret) {
      const address = new DataAwsSecretsmanagerSecretVersion(this, "email-address", {
        secretId: emailSecret,
      });
      new SnsTopicSubscription(this, "email", {
        region,
        topicArn: this.arn,
        protocol: "email",
        endpoint: address.secretString,
      });
    }
  }
}
