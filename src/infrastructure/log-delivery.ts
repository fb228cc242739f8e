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

  /** What people call the environment; part of the bucket's name. */
  readonly label: string;
  readonly accountId: string;

  /** The log group of the control plane. */
  readonly logGroupName: string;

  /** An HTTPS address that takes what Data Firehose sends. */
  readonly url: string;

  /** Name of the secret with its `api_key`. */
  readonly secret: string;

  /** Whether the bucket of what could not be sent may be destroyed with it. */
  readonly forceDestroy: boolean;
}

/** What could not be sent can be sent again by hand for so long. */
const KEPT_DAYS = 14;

/** How long Data Firehose goes on trying. */
const RETRY_SECONDS = 7200;

/**
 * Sends the control plane's logs on from CloudWatch, which keeps them all the same. What the receiver does not take
 * within two hours is kept in a bucket.
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

  /** What sends logs to the receiver. */
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
      // Data Firehose says by this for whom it acts.
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

  /** Has CloudWatch hand every line to the stream. */
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
      // All of it.
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
