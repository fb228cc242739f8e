import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { SecureBucket } from "../constructs/secure-bucket";
import { ServiceRole } from "./service-role";
import { bucketName, logDeliveryName, logDeliveryRoleName } from "../names/cluster-names";

export interface LogDeliveryProps {
  readonly clusterName: string;

  /** Name of the environment; part of the bucket's name. */
  readonly label: string;
  readonly accountId: string;

  /** Log group of the control plane. */
  readonly logGroupName: string;

  /** HTTPS address that receives Data Firehose's deliveries. */
  readonly url: string;

  /** Name of the secret with its `api_key`. */
  readonly secret: string;

  /** Deletes the lines in the bucket of failed deliveries when the bucket is destroyed. */
  readonly forceDestroy: boolean;
}

/** Days in which failed deliveries can be sent again by hand. */
const KEPT_DAYS = 14;

/** Seconds for which Data Firehose retries. */
const RETRY_SECONDS = 7200;

/**
 * Forwards the control plane's logs from CloudWatch, which keeps them too. A bucket keeps the lines that the
 * receiver does not accept within two hours.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs.html
 */
export class LogDelivery extends Construct {
  constructor(scope: Construct, id: string, props: LogDeliveryProps) {
    super(scope, id);
    const { clusterName, label, forceDestroy } = props;
    const name = logDeliveryName(clusterName);

    const unsent = new SecureBucket(this, "unsent", {
      name: bucketName(clusterName, label, "unsent-logs"),
      forceDestroy,
      expireAfterDays: KEPT_DAYS,
    });
    this.subscribe(name, this.stream(name, `arn:aws:s3:::${unsent.id}`, props), props);
  }

  /** Stream that sends logs to the receiver. */
  private stream(
    name: string,
    unsentArn: string,
    { clusterName, accountId, url, secret }: LogDeliveryProps,
  ): KinesisFirehoseDeliveryStream {
    const credentials = new DataAwsSecretsmanagerSecret(this, "credentials", { name: secret });
    const sender = new ServiceRole(this, "sender", {
      name: logDeliveryRoleName(clusterName, "sender"),
      description: `Sends logs of the control plane of ${clusterName}`,
      managedPolicies: [],
      // Data Firehose passes the account it acts for in this condition.
      trust: trust("firehose.amazonaws.com", { "sts:ExternalId": accountId }),
      permissions: [
        {
          actions: ["s3:AbortMultipartUpload", "s3:PutObject"],
          resources: [`${unsentArn}/*`],
        },
        { actions: ["s3:GetBucketLocation", "s3:ListBucket"], resources: [unsentArn] },
        { actions: ["secretsmanager:GetSecretValue"], resources: [credentials.arn] },
      ],
    });

    return new KinesisFirehoseDeliveryStream(this, "stream", {
      name,
      destination: "http_endpoint",
      serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" },
      httpEndpointConfiguration: {
        name,
        url,
        roleArn: sender.arn,
        bufferingInterval: 60,
        bufferingSize: 1,
        retryDuration: RETRY_SECONDS,
        s3BackupMode: "FailedDataOnly",
        requestConfiguration: { contentEncoding: "GZIP" },
        secretsManagerConfiguration: { enabled: true, secretArn: credentials.arn, roleArn: sender.arn },
        s3Configuration: { bucketArn: unsentArn, roleArn: sender.arn, compressionFormat: "GZIP" },
      },
      dependsOn: [...sender.ready],
    });
  }

  /** Makes CloudWatch send every line to the stream. */
  private subscribe(
    name: string,
    stream: KinesisFirehoseDeliveryStream,
    { clusterName, accountId, logGroupName }: LogDeliveryProps,
  ): void {
    const subscriber = new ServiceRole(this, "subscriber", {
      name: logDeliveryRoleName(clusterName, "subscriber"),
      description: `Hands logs of the control plane of ${clusterName} to Data Firehose`,
      managedPolicies: [],
      trust: trust("logs.amazonaws.com", { "aws:SourceAccount": accountId }),
      permissions: [{ actions: ["firehose:PutRecord", "firehose:PutRecordBatch"], resources: [stream.arn] }],
    });
    new CloudwatchLogSubscriptionFilter(this, "subscription", {
      name,
      logGroupName,
      // An empty pattern matches every line.
      filterPattern: "",
      destinationArn: stream.arn,
      roleArn: subscriber.arn,
      dependsOn: [...subscriber.ready],
    });
  }
}

const trust = (service: string, caller: Readonly<Record<string, string>>): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["sts:AssumeRole"],
      Condition: { StringEquals: caller },
    },
  ]);
