import type { Permission } from "../../constructs/iam-policy";
import { inRegion } from "./territory";

/** Makes, changes and removes alarms of CloudWatch. */
export const changeAlarms = (resources: readonly string[]): Permission => ({
  actions: [
    "cloudwatch:DeleteAlarms",
    "cloudwatch:PutMetricAlarm",
    "cloudwatch:TagResource",
    "cloudwatch:UntagResource",
  ],
  resources,
});

/** Makes, changes and removes topics, and subscriptions to them. */
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
 * Makes, changes and removes keys of a region. The services that encrypt with them take them through grants of whoever
 * hands them over.
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

/** Makes, changes and removes whom IAM trusts to say who somebody is. */
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
 * Makes, changes and removes roles with the policies that are written into them. Attaching AWS's own, and passing roles
 * on, are not in it.
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
