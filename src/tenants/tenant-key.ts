import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import type { Construct } from "constructs";
import { tenantAlarmTopicName, tenantKeyAlias, type TenantPlace } from "../names/tenant-resource-names";
import { EVENTBRIDGE } from "../infrastructure/event-publisher";
import { EncryptionKey, type KeyUser } from "../infrastructure/encryption-key";

export interface TenantKeyProps {
  readonly place: TenantPlace;
  readonly accountId: string;

  /** ARNs of the topics whose messages go to encrypted queues. */
  readonly topicArns: readonly string[];
  readonly region: string;

  /** Lets EventBridge tell the team of vulnerabilities in images. */
  readonly scannedImages: boolean;
  readonly kept: boolean;

  /** True on a cluster that the public depends on: the key outlives the last resource of its namespace by a month. */
  readonly live: boolean;

  /** Names of the buckets whose objects distributions of the namespace show. */
  readonly shownBuckets: readonly string[];

  /** Gives the key an alias, by which roles of other namespaces name it. */
  readonly shared: boolean;
}

/** Key that encrypts all resources of a namespace: of its own, so that no other tenant's role can read what it has. */
export const tenantKey = (
  scope: Construct,
  { place, accountId, region, topicArns, scannedImages, shownBuckets, kept, live, shared }: TenantKeyProps,
): EncryptionKey => {
  const key = new EncryptionKey(scope, "encryption", {
    accountId,
    description: `AWS resources of ${place.namespace} on ${place.cluster}`,
    protected: kept,
    deletedLate: kept || live,
    users: [
      {
        service: "cloudwatch.amazonaws.com",
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
      },
      ...(topicArns.length === 0
        ? []
        : [
            {
              service: "sns.amazonaws.com",
              conditions: {
                StringEquals: { "aws:SourceAccount": accountId },
                ArnEquals: { "aws:SourceArn": topicArns },
              },
            },
          ]),
      ...(scannedImages
        ? [
            {
              service: EVENTBRIDGE,
              // Its messages to an encrypted topic name neither their account nor their rule.
              conditions: {
                StringEquals: {
                  "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:${tenantAlarmTopicName(place)}`,
                },
              },
            },
          ]
        : []),
      ...(shownBuckets.length > 0 ? [distributions(shownBuckets, accountId)] : []),
    ],
  });
  if (shared) {
    new KmsAlias(scope, "key-alias", { name: tenantKeyAlias(place), targetKeyId: key.arn });
  }
  return key;
};

/**
 * Reading of some buckets by CloudFront. The policy of each admits one distribution: the key cannot name that one, since it has
 * to be there before the bucket is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
const distributions = (buckets: readonly string[], accountId: string): KeyUser => ({
  service: "cloudfront.amazonaws.com",
  actions: ["kms:Decrypt"],
  conditions: {
    ArnLike: {
      "aws:SourceArn": `arn:aws:cloudfront::${accountId}:distribution/*`,
      // S3 says whose object it decrypts: the bucket's, or the object's own where a client switched the bucket's key off.
      "kms:EncryptionContext:aws:s3:arn": buckets.flatMap((name) => [
        `arn:aws:s3:::${name}`,
        `arn:aws:s3:::${name}/*`,
      ]),
    },
  },
});
