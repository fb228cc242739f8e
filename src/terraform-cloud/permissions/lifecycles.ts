import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isClaimed, isOwned, type Ownership } from "./ownership";
import { both, bounded, inRegion } from "./territory";

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

/** Permissions to make, change and remove rules of EventBridge and their targets; none without rules. */
export const changeEventRules = (resources: readonly string[]): Permission[] =>
  resources.length === 0
    ? []
    : [
        {
          actions: [
            "events:DeleteRule",
            "events:PutRule",
            "events:PutTargets",
            "events:RemoveTargets",
            "events:TagResource",
            "events:UntagResource",
          ],
          resources,
        },
      ];

/**
 * Makes, changes and removes keys of a region that carry the stacks' tags. The services that encrypt with them take
 * them through grants of the caller.
 */
export const changeKeys = (
  { region, owned }: { readonly region: string; readonly owned: Ownership },
  resources: readonly string[],
  ...moreActions: readonly string[]
): Permission[] => [
  {
    actions: ["kms:CreateKey"],
    anyResourceBecause: "the key has no ARN before it is made",
    conditions: both(inRegion({ region }), becomesOwned(owned)),
  },
  { actions: ["kms:TagResource"], resources, conditions: isClaimed(owned) },
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
    conditions: isOwned(owned),
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

/** Roles of a territory, and the permissions boundary that every one of them has. */
interface BoundedRoles {
  readonly accountId: string;
  readonly boundary: string;
  readonly resources: readonly string[];
}

/**
 * Makes roles with the boundary, and changes the policies that are written into them. Attaching AWS's own, passing roles
 * on and taking the boundary off are not in it.
 */
export const changeRolePolicies = ({ resources, ...territory }: BoundedRoles): Permission => ({
  actions: ["iam:CreateRole", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
  resources,
  conditions: bounded(territory),
});

/** Changes the trust, tags and descriptions of roles, and removes them: IAM looks at no boundary there. */
export const changeTrust = (resources: readonly string[]): Permission => ({
  actions: [
    "iam:DeleteRole",
    "iam:TagRole",
    "iam:UntagRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
  ],
  resources,
});
