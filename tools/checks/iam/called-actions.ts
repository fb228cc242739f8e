/** Prefixes of actions by the names that AWS's libraries have for services, where they differ by more than their case. */
const PREFIXES: Readonly<Record<string, string>> = {
  cloudwatchlogs: "logs",
  eventbridge: "events",
  opensearch: "es",
  route53: "route53",
  s3control: "s3",
};

/** Actions of S3 whose names are not those of their operations. */
const OF_S3: Readonly<Record<string, string>> = {
  DeleteBucketEncryption: "PutEncryptionConfiguration",
  DeleteBucketLifecycle: "PutLifecycleConfiguration",
  DeleteBucketOwnershipControls: "PutBucketOwnershipControls",
  DeleteBucketTagging: "PutBucketTagging",
  DeletePublicAccessBlock: "PutBucketPublicAccessBlock",
  GetBucketAccelerateConfiguration: "GetAccelerateConfiguration",
  GetBucketEncryption: "GetEncryptionConfiguration",
  GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
  GetBucketReplication: "GetReplicationConfiguration",
  GetObjectLockConfiguration: "GetBucketObjectLockConfiguration",
  GetPublicAccessBlock: "GetBucketPublicAccessBlock",
  HeadBucket: "ListBucket",
  PutBucketEncryption: "PutEncryptionConfiguration",
  PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
  PutPublicAccessBlock: "PutBucketPublicAccessBlock",
};

/** Operations of CloudFront that need more than one action. */
const OF_CLOUDFRONT: Readonly<Record<string, readonly string[]>> = {
  CreateDistributionWithTags: ["CreateDistribution", "TagResource"],
};

/**
 * Actions that IAM asks for where a library of AWS calls `S3:HeadBucket`, in small letters: IAM looks at no case.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function actionsOfCall(call: string): string[] {
  const [service = "", operation = ""] = call.split(":");
  const name = service.toLowerCase();
  const prefix = PREFIXES[name] ?? name;
  const actions =
    prefix === "s3"
      ? [OF_S3[operation] ?? operation]
      : prefix === "cloudfront"
        ? (OF_CLOUDFRONT[operation] ?? [operation])
        : [operation];
  return actions.map((action) => `${prefix}:${action}`.toLowerCase());
}
