import type { Permission } from "../../constructs/iam-policy";
import { inRegion } from "./territory";

/** Permissions to make, change and remove CloudWatch alarms. */
export const changeAlarms = (resources: readonly string[]): Permission => ({
  actions: [
    "cloudwatch:DeleteAlarms",
    "cloudwatch:PutMetricAlarm",
    "cloudwatch:TagResource",
    "cloudwatch:UntagResource",
  ],
  resources,
});

/** Permissions to make, change and remove topics and their subscriptions. */
export const changeTopics = (resources: readonly string[]): Permission => ({
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
  resources,
});

/**
 * Permissions to make, change and remove keys of a region. Services encrypt with them by grants of the role
 * that passes the key.
 */
export const changeKeys = (
  region: string,
  resources: readonly string[],
  ...moreActions: readonly string[]
): Permission[] => [
  {
    actions: ["kms:CreateKey"],
    anyResourceBecause: "the key has no ARN before it is made",
    conditions: inRegion({ region }),
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
      ...moreActions,
    ],
    resources,
  },
];

/** Permissions to make, change and remove identity providers that IAM trusts. */
export const changeIdentityProviders = (resources: readonly string[]): Permission => ({
  actions: [
    "iam:AddClientIDToOpenIDConnectProvider",
    "iam:CreateOpenIDConnectProvider",
    "iam:DeleteOpenIDConnectProvider",
    "iam:RemoveClientIDFromOpenIDConnectProvider",
    "iam:TagOpenIDConnectProvider",
    "iam:UntagOpenIDConnectProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
  ],
  resources,
});

/**
 * Permissions to make, change and remove roles with inline policies. Attaching AWS managed policies and
 * passing roles are not among them.
 */
export const changeRolesWithPolicies = (resources: readonly string[]): Permission => ({
  actions: [
    "iam:CreateRole",
    "iam:DeleteRole",
    "iam:DeleteRolePolicy",
    "iam:PutRolePolicy",
    "iam:TagRole",
    "iam:UntagRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
  ],
  resources,
});
