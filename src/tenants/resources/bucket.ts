import { Construct } from "constructs";
import { policyDocument } from "../../constructs/iam-policy";
import { SecureBucket } from "../../constructs/secure-bucket";
import { tenantBucketName } from "../../names/tenant-resource-names";
import type { BucketConfig } from "../../settings/products/resources/bucket";
import { ACTIONS } from "./actions";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantBucketProps extends ResourceParts {
  readonly name: string;
  readonly settings: BucketConfig;
}

/**
 * Bucket of a tenant. AWS refuses to remove one with objects in it, whatever Terraform asks.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class TenantBucket extends Construct {
  readonly offer: Offer;

  /** Host at which AWS services ask for objects. */
  readonly domain: string;

  private readonly arn: string;
  private readonly bucket: SecureBucket;

  constructor(scope: Construct, id: string, props: TenantBucketProps) {
    super(scope, id);
    const { place, name, settings, accountId, keyArn } = props;
    const bucketName = tenantBucketName(place, name, accountId);
    const arn = `arn:aws:s3:::${bucketName}`;
    this.arn = arn;

    const bucket = new SecureBucket(this, "bucket", {
      name: bucketName,
      expireAfterDays: settings.expireAfterDays,
      recoveryDays: settings.recoveryDays,
      kmsKeyArn: keyArn,
    });
    this.bucket = bucket;
    this.domain = bucket.domain;
    this.offer = {
      config: { NAME: bucketName },
      keyThrough: "s3",
      permissions: [
        { actions: ACTIONS.bucket, resources: [arn] },
        { actions: ACTIONS.object, resources: [`${arn}/*`] },
      ],
      after: bucket.ready,
    };
  }

  /** Lets a distribution of CloudFront read objects, and no other. */
  admitDistribution(distributionArn: string): void {
    this.bucket.admit(
      policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: ACTIONS.readingObject,
          Resource: [`${this.arn}/*`],
          Condition: { StringEquals: { "aws:SourceArn": distributionArn } },
        },
      ]),
    );
  }
}
