import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { Construct } from "constructs";
import { policyDocument } from "../../../constructs/iam-policy";
import { SecureBucket } from "../../../constructs/secure-bucket";
import { CLOUDFRONT_REGION } from "./us-east-1";

export interface AccessLogsProps {
  /** Name of the delivery. */
  readonly name: string;
  readonly bucketName: string;
  readonly accountId: string;
  readonly distributionArn: string;
}

/** Days for which lines about visitors stay. */
const KEPT_DAYS = 30;

/**
 * Access logs of a distribution, in a bucket of their own: CloudFront's older way of writing them needs a bucket with access
 * control lists.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class AccessLogs extends Construct {
  constructor(scope: Construct, id: string, props: AccessLogsProps) {
    super(scope, id);
    const { name, bucketName, distributionArn } = props;
    const region = CLOUDFRONT_REGION;

    const bucket = new SecureBucket(this, "bucket", { name: bucketName, expireAfterDays: KEPT_DAYS });
    bucket.admit(deliveries(props));
    const source = new CloudwatchLogDeliverySource(this, "source", {
      region,
      name,
      logType: "ACCESS_LOGS",
      resourceArn: distributionArn,
    });
    const destination = new CloudwatchLogDeliveryDestination(this, "destination", {
      region,
      name,
      outputFormat: "json",
      deliveryDestinationConfiguration: [{ destinationResourceArn: `arn:aws:s3:::${bucket.id}` }],
    });
    new CloudwatchLogDelivery(this, "delivery", {
      region,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
    });
  }
}

/**
 * Statement that CloudWatch itself would add to the bucket's policy, if it were not there.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
const deliveries = ({ name, bucketName, accountId }: AccessLogsProps): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: [`arn:aws:s3:::${bucketName}/AWSLogs/${accountId}/*`],
      Condition: {
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": accountId },
        ArnLike: {
          "aws:SourceArn": `arn:aws:logs:${CLOUDFRONT_REGION}:${accountId}:delivery-source:${name}`,
        },
      },
    },
  ]);
