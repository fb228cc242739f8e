import type { Permission } from "../../constructs/iam-policy";
import { ASSUME } from "../../constructs/role-trust";
import { boundCompute } from "./compute";
import { boundSelfService } from "./self-service";
import { boundFileSystem } from "./file-system";
import { boundLogSharing } from "./log-sharing";
import { boundMetricsWorkspace } from "./metrics-workspace";
import { isOwned, type Ownership } from "./ownership";
import { logDeliveryName } from "../../names/cluster-names";
import { below, inRegion, regional, rolesNamed, secretArns, type Territory } from "./territory";

/**
 * The most that any role may do that Terraform makes. It grants nothing by itself: a role has what both its own policies
 * and this one allow. Actions are by service where the service holds nothing of others; IAM, key policies and buckets
 * of others are out of reach.
 */
export const boundaryPermissions = (territory: Territory, keys: Ownership): Permission[] => [
  {
    actions: [
      "acm:Describe*",
      "acm:List*",
      "autoscaling:*",
      "cloudwatch:Describe*",
      "cloudwatch:Get*",
      "cloudwatch:List*",
      "cloudwatch:PutMetricData",
      "cognito-idp:DescribeUserPoolClient",
      "ec2:*",
      "ec2messages:*",
      "eks-auth:AssumeRoleForPodIdentity",
      "eks:Describe*",
      "eks:List*",
      "elasticloadbalancing:*",
      "es:ESHttp*",
      "logs:*",
      "networkflowmonitor:Publish",
      "ssmmessages:*",
      ...SESSION_MANAGER,
    ],
    anyResourceBecause: BOUND,
    conditions: inRegion(territory),
  },
  {
    actions: [
      ...IMAGES,
      "iam:GetServerCertificate",
      "iam:ListServerCertificates",
      "kms:DescribeKey",
      "kms:GetPublicKey",
      "route53:Get*",
      "route53:List*",
      "shield:*",
      "sts:GetCallerIdentity",
      "tag:GetResources",
      "waf-regional:*",
      "wafv2:*",
    ],
    anyResourceBecause: BOUND,
  },
  {
    actions: ["route53:ChangeResourceRecordSets"],
    anyResourceBecause: "the condition names the records",
    conditions: {
      "ForAllValues:StringLike": {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": below(territory.records.clusterZone),
      },
      // Without the key, the condition above would hold.
      Null: { "route53:ChangeResourceRecordSetsNormalizedRecordNames": "false" },
    },
  },
  {
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/aws-service-role/*`],
    conditions: { StringEquals: { "iam:AWSServiceName": ["elasticloadbalancing.amazonaws.com"] } },
  },
  {
    actions: ["s3:*"],
    resources: territory.buckets.flatMap((name) => [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`]),
  },
  {
    actions: [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetResourcePolicy",
      "secretsmanager:GetSecretValue",
      "secretsmanager:ListSecretVersionIds",
    ],
    resources: secretArns(territory, [
      ...[territory.secretsPrefix, territory.clusterName].map((prefix) => `${prefix}/*`),
      ...territory.logReceiverSecrets,
    ]),
  },
  ...(territory.assumedRoles.length === 0
    ? []
    : [
        {
          actions: ASSUME,
          resources: rolesNamed(territory, territory.assumedRoles),
        },
      ]),
  ...(territory.readers.length === 0 ? [] : [{ actions: ASSUME, resources: territory.readers }]),
  ...boundCompute(territory),
  ...boundSelfService(territory),
  ...boundFileSystem(territory),
  ...boundMetricsWorkspace(territory),
  ...boundLogSharing(territory),
  {
    actions: ["sns:Publish"],
    resources: territory.topics.map((name) => regional(territory)("sns", name)),
  },
  {
    actions: ["firehose:PutRecord", "firehose:PutRecordBatch"],
    resources: [regional(territory)("firehose", `deliverystream/${logDeliveryName(territory.clusterName)}`)],
  },
  {
    actions: [
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
      "kms:RetireGrant",
      "kms:Sign",
    ],
    resources: [regional(territory)("kms", "key/*")],
    conditions: isOwned(keys),
  },
];

const BOUND = "it bounds what other policies allow by name, and allows nothing by itself";

const IMAGES = [
  "ecr:Batch*",
  "ecr:CompleteLayerUpload",
  "ecr:CreateRepository",
  "ecr:Describe*",
  "ecr:Get*",
  "ecr:InitiateLayerUpload",
  "ecr:List*",
  "ecr:PutImage",
  "ecr:ReplicateImage",
  "ecr:TagResource",
  "ecr:UploadLayerPart",
];

/** Actions of the agent of Session Manager on nodes. */
const SESSION_MANAGER = [
  "ssm:Describe*",
  "ssm:Get*",
  "ssm:ListAssociations",
  "ssm:ListInstanceAssociations",
  "ssm:PutComplianceItems",
  "ssm:PutConfigurePackageResult",
  "ssm:PutInventory",
  "ssm:UpdateAssociationStatus",
  "ssm:UpdateInstanceAssociationStatus",
  "ssm:UpdateInstanceInformation",
];
