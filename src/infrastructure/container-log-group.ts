import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { EncryptionKey } from "./encryption-key";

export interface ContainerLogGroupProps {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;

  /** Days for which lines are kept: a number that CloudWatch takes. */
  readonly retentionDays: number;

  /** Terraform refuses to destroy the lines and the key that they are encrypted with. */
  readonly protected: boolean;
}

/** Name of the log group of a cluster's containers. */
export const containerLogGroupName = (clusterName: string): string => `/aws/eks/${clusterName}/containers`;

/**
 * Encrypted log group for containers' logs, if the environment keeps them in CloudWatch.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class ContainerLogGroup extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ContainerLogGroupProps) {
    super(scope, id);
    const { clusterName, region, accountId, retentionDays } = props;
    const name = containerLogGroupName(clusterName);

    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description: `Logs of containers in ${clusterName}`,
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
