import type { Permission } from "../../constructs/iam-policy";
import { regional, type Territory } from "./territory";

const HEALTH_CHECKS = "arn:aws:route53:::healthcheck/*";

/** Route 53 reports what its checks find only here. */
const REPORTED_IN = "us-east-1";

/** What a plan reads of what looks at the platform from outside. The rest it may read in every region. */
export const readFromOutside = ({ accountId }: Territory): Permission[] => [
  {
    actions: ["route53:GetHealthCheck", "route53:ListTagsForResource"],
    resources: [HEALTH_CHECKS],
  },
  {
    actions: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    resources: [regional({ accountId, region: REPORTED_IN })("kms", "key/*")],
  },
];

/** Makes what looks at the platform from outside, and tells people what it sees. */
export function changeFromOutside({ accountId, clusterName }: Territory): Permission[] {
  const arn = regional({ accountId, region: REPORTED_IN });
  return [
    {
      actions: ["route53:CreateHealthCheck"],
      anyResourceBecause: "the check has no id before it is made",
    },
    {
      actions: ["route53:ChangeTagsForResource", "route53:DeleteHealthCheck", "route53:UpdateHealthCheck"],
      resources: [HEALTH_CHECKS],
    },
    {
      actions: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
      resources: [arn("cloudwatch", `alarm:${clusterName}-*`)],
    },
    {
      actions: [
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:SetSubscriptionAttributes",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
        "sns:TagResource",
        "sns:Unsubscribe",
        "sns:UntagResource",
      ],
      resources: [arn("sns", `${clusterName}-uptime-*`)],
    },
    {
      actions: ["kms:CreateKey"],
      anyResourceBecause: "the key has no ARN before it is made",
      conditions: { StringEquals: { "aws:RequestedRegion": REPORTED_IN } },
    },
    {
      actions: [
        "kms:CreateGrant",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
      resources: [arn("kms", "key/*")],
    },
  ];
}
