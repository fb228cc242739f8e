import type { SelfServiceKind } from "../names/capability-names";

/**
 * Actions by which ACK makes and changes tables and buckets: those that its controllers call, without the ones that share a thing
 * with others, such as policies and ACLs, or hand a role on.
 *
 * @see https://github.com/aws-controllers-k8s/dynamodb-controller/blob/main/pkg/resource/table/sdk.go
 * @see https://github.com/aws-controllers-k8s/s3-controller/blob/main/pkg/resource/bucket/hook.go
 */
export const SELF_SERVICE_ACTIONS = {
  tables: [
    "dynamodb:CreateTable",
    "dynamodb:DescribeContinuousBackups",
    "dynamodb:DescribeContributorInsights",
    "dynamodb:DescribeTable",
    "dynamodb:DescribeTimeToLive",
    "dynamodb:GetResourcePolicy",
    "dynamodb:ListTagsOfResource",
    "dynamodb:TagResource",
    "dynamodb:UntagResource",
    "dynamodb:UpdateContinuousBackups",
    "dynamodb:UpdateTable",
    "dynamodb:UpdateTimeToLive",
  ],
  buckets: [
    "s3:CreateBucket",
    "s3:GetAccelerateConfiguration",
    "s3:GetAnalyticsConfiguration",
    "s3:GetBucketAbac",
    "s3:GetBucketAcl",
    "s3:GetBucketCORS",
    "s3:GetBucketLogging",
    "s3:GetBucketNotification",
    "s3:GetBucketObjectLockConfiguration",
    "s3:GetBucketOwnershipControls",
    "s3:GetBucketPolicy",
    "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketRequestPayment",
    "s3:GetBucketTagging",
    "s3:GetBucketVersioning",
    "s3:GetBucketWebsite",
    "s3:GetEncryptionConfiguration",
    "s3:GetIntelligentTieringConfiguration",
    "s3:GetInventoryConfiguration",
    "s3:GetLifecycleConfiguration",
    "s3:GetMetricsConfiguration",
    "s3:GetReplicationConfiguration",
    "s3:ListBucket",
    "s3:PutBucketTagging",
    "s3:PutBucketVersioning",
    "s3:PutLifecycleConfiguration",
  ],
} as const satisfies Readonly<Record<SelfServiceKind, readonly string[]>>;

/** Actions that remove a thing; S3 refuses to remove a bucket with objects. */
export const REMOVAL_ACTIONS = { tables: ["dynamodb:DeleteTable"], buckets: ["s3:DeleteBucket"] } as const;

/**
 * Tag of every session of ACK with the namespace of the object that it works on.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ack-permissions.html
 */
export const NAMESPACE_TAG = "aws:PrincipalTag/eks:kubernetes-namespace";
