import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { EncryptionKey } from "./encryption-key";

export interface EncryptedLogGroupProps {
  readonly name: string;

  /** Contents, in the key's description. */
  readonly contents: string;
  readonly region: string;
  readonly accountId: string;

  /** Days for which lines are kept: a number that CloudWatch takes. */
  readonly retentionDays: number;

  /** Terraform refuses to destroy the lines and the key that they are encrypted with. */
  readonly protected: boolean;
}

/**
 * Log group with a key of its own, which CloudWatch uses for this group alone.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class EncryptedLogGroup extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id);
    const { name, region, accountId, retentionDays } = props;

    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description: props.contents,
      protected: props.protected,
      users: [
        {
          service: `logs.${region}.amazonaws.com`,
          conditions: {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:${name}`,
            },
          },
        },
      ],
    });
    const group = new CloudwatchLogGroup(this, "group", {
      name,
      retentionInDays: retentionDays,
      kmsKeyId: key.arn,
      lifecycle: { preventDestroy: props.protected },
    });

    this.name = group.name;
    this.arn = group.arn;
  }
}
