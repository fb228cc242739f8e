import type { Permission } from "../../constructs/iam-policy";
import { READ_BUCKETS } from "../permissions/buckets";
import { inBothRegions, regional, type TenantsPlace } from "./place";
import { SECRETS, TENANT, TENANT_REPOSITORIES } from "./named";
import { readRoles, readWeb } from "./read-web";

/** Permissions of plans: to read settings of tenants' resources, and no message, object, item or row. */
export const readTenants = (place: TenantsPlace): Record<string, readonly Permission[]> => ({
  "read-data": [...readNamed(place), ...readSecrets(place), ...readKeys(place), readDescribed],
  "read-web": [...readWeb(place), ...readRoles(place)],
});

const readNamed = (place: TenantsPlace): Permission[] => {
  const arn = regional(place);
  return [
    {
      actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"],
      resources: [arn("sqs", TENANT)],
    },
    {
      actions: [
        "sns:GetSubscriptionAttributes",
        "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic",
        "sns:ListTagsForResource",
      ],
      resources: [...inBothRegions(place, "sns", "tenants-alarms-*"), arn("sns", TENANT)],
    },
    {
      actions: [
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:ListTagsOfResource",
      ],
      resources: [arn("dynamodb", `table/${TENANT}`)],
    },
    {
      actions: READ_BUCKETS,
      resources: [`arn:aws:s3:::${TENANT}`],
    },
    {
      actions: [
        "ecr:DescribeRepositories",
        "ecr:GetLifecyclePolicy",
        "ecr:GetRepositoryPolicy",
        "ecr:ListTagsForResource",
      ],
      resources: [arn("ecr", TENANT_REPOSITORIES)],
    },
    {
      actions: [
        "es:DescribeDomain",
        "es:DescribeDomainConfig",
        "es:GetCompatibleVersions",
        "es:GetUpgradeStatus",
        "es:ListTags",
      ],
      resources: [arn("es", `domain/${TENANT}`)],
    },
    {
      actions: ["events:DescribeRule", "events:ListTagsForResource", "events:ListTargetsByRule"],
      resources: [arn("events", `rule/${TENANT}`)],
    },
  ];
};

const readSecrets = (place: TenantsPlace): Permission[] => [
  {
    actions: ["secretsmanager:GetRandomPassword"],
    anyResourceBecause: "a password that AWS makes up belongs to no secret yet",
  },
  {
    actions: [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetResourcePolicy",
      // The provider finds the version that it wrote by its number, and reads no value.
      "secretsmanager:ListSecretVersionIds",
    ],
    resources: [regional(place)("secretsmanager", SECRETS)],
  },
];

const readKeys = (place: TenantsPlace): Permission[] => [
  {
    actions: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    resources: inBothRegions(place, "kms", "key/*"),
  },
  { actions: ["kms:ListAliases"], anyResourceBecause: "it lists the aliases of an account or none" },
];

/** Settings of kinds that AWS describes as a whole, or whose ids it makes up. */
const readDescribed: Permission = {
  actions: [
    "cloudwatch:DescribeAlarms",
    "cloudwatch:ListTagsForResource",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSecurityGroupRules",
    "ec2:DescribeSecurityGroups",
    "elasticache:DescribeCacheClusters",
    "elasticache:DescribeCacheParameterGroups",
    "elasticache:DescribeCacheParameters",
    "elasticache:DescribeCacheSubnetGroups",
    "elasticache:DescribeReplicationGroups",
    "elasticache:DescribeUserGroups",
    "elasticache:DescribeUsers",
    "elasticache:ListTagsForResource",
    "rds:DescribeDBClusterParameterGroups",
    "rds:DescribeDBClusterParameters",
    "rds:DescribeDBClusters",
    "rds:DescribeDBInstances",
    "rds:DescribeDBParameterGroups",
    "rds:DescribeDBParameters",
    "rds:DescribeDBSubnetGroups",
    "rds:DescribeGlobalClusters",
    "rds:ListTagsForResource",
  ],
  anyResourceBecause: "AWS describes all of a kind or none, and these are settings, not data",
};
