import type { Permission } from "../../constructs/iam-policy";
import { changeAlarms, changeEventRules, changeKeys, changeTopics } from "../permissions/lifecycles";
import { isOwned } from "../permissions/ownership";
import { SECRETS, TENANT, TENANT_REPOSITORIES } from "./named";
import { CLOUDFRONT_REGION, inBothRegions, regional, type TenantsPlace } from "./place";

/** Permissions to make, change and remove queues, topics, alarms, buckets, tables, secrets, repositories and keys. */
export const changeTenantData = (place: TenantsPlace): Permission[] => {
  const arn = regional(place);
  return [
    {
      actions: [
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      resources: [arn("sqs", TENANT)],
    },
    changeTopics([arn("sns", TENANT), ...inBothRegions(place, "sns", "tenants-alarms-*")]),
    changeAlarms(inBothRegions(place, "cloudwatch", `alarm:${TENANT}`)),
    ...changeEventRules([arn("events", `rule/${TENANT}`)]),
    changeBuckets,
    {
      actions: [
        "dynamodb:CreateTable",
        "dynamodb:DeleteTable",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
      ],
      resources: [arn("dynamodb", `table/${TENANT}`)],
    },
    {
      actions: [
        "secretsmanager:CreateSecret",
        "secretsmanager:DeleteSecret",
        "secretsmanager:PutSecretValue",
        "secretsmanager:TagResource",
        "secretsmanager:UntagResource",
        "secretsmanager:UpdateSecret",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      resources: [arn("secretsmanager", SECRETS)],
    },
    {
      actions: [
        "ecr:CreateRepository",
        "ecr:DeleteLifecyclePolicy",
        "ecr:DeleteRepository",
        "ecr:DeleteRepositoryPolicy",
        "ecr:PutImageScanningConfiguration",
        "ecr:PutImageTagMutability",
        "ecr:PutLifecyclePolicy",
        "ecr:SetRepositoryPolicy",
        "ecr:TagResource",
        "ecr:UntagResource",
      ],
      resources: [arn("ecr", TENANT_REPOSITORIES)],
    },
  ];
};

/** Permissions to make, change and remove keys of namespaces and their aliases, and to have services use them. */
export const changeTenantKeys = (place: TenantsPlace): Permission[] => [
  ...changeKeys(place, inBothRegions(place, "kms", "key/*"), "kms:DescribeKey"),
  ...(place.region === CLOUDFRONT_REGION
    ? []
    : changeKeys({ ...place, region: CLOUDFRONT_REGION }, inBothRegions(place, "kms", "key/*")).slice(0, 1)),
  {
    // Services write their first data key as they make a queue, a secret or a database with the key.
    actions: ["kms:CreateAlias", "kms:Decrypt", "kms:DeleteAlias", "kms:GenerateDataKey", "kms:UpdateAlias"],
    resources: [regional(place)("kms", "key/*")],
    conditions: isOwned(place.owned),
  },
  {
    actions: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
    resources: [regional(place)("kms", `alias/${TENANT}`)],
  },
];

const changeBuckets: Permission = {
  actions: [
    "s3:CreateBucket",
    "s3:DeleteBucket",
    "s3:DeleteBucketPolicy",
    "s3:PutBucketLogging",
    "s3:PutBucketOwnershipControls",
    "s3:PutBucketPolicy",
    "s3:PutBucketPublicAccessBlock",
    "s3:PutBucketTagging",
    "s3:PutBucketVersioning",
    "s3:PutEncryptionConfiguration",
    "s3:PutLifecycleConfiguration",
    "s3:TagResource",
    "s3:UntagResource",
  ],
  resources: [`arn:aws:s3:::${TENANT}`],
};
