/** Actions on messages, as policies of queues know them. */
export const MESSAGE_ACTIONS = ["sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"] as const;

/**
 * Actions by which applications use resources of each kind. None changes a resource itself: Terraform alone does.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ACTIONS = {
  queue: [
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:ReceiveMessage",
    "sqs:SendMessage",
  ],
  topic: ["sns:GetTopicAttributes", "sns:Publish"],
  bucket: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
  object: [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:GetObject",
    "s3:ListMultipartUploadParts",
    "s3:PutObject",
  ],
  table: [
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:UpdateItem",
  ],
  database: ["rds-db:connect"],
  cache: ["elasticache:Connect"],
  search: [
    "es:ESHttpDelete",
    "es:ESHttpGet",
    "es:ESHttpHead",
    "es:ESHttpPatch",
    "es:ESHttpPost",
    "es:ESHttpPut",
  ],
  cdn: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation", "cloudfront:ListInvalidations"],
  key: ["kms:Decrypt", "kms:GenerateDataKey"],

  /** Use of a queue of another tenant. */
  sendingTo: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],

  /** Use of a bucket of another tenant. */
  readingBucket: ["s3:GetBucketLocation", "s3:ListBucket"],
  readingObject: ["s3:GetObject"],

  /** Use of a table of another tenant. */
  readingTable: [
    "dynamodb:BatchGetItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
  ],
  readingKey: ["kms:Decrypt"],
} as const;
