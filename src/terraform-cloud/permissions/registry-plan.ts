import type { Permission } from "../../constructs/iam-policy";
import {
  eventRule,
  identityProvider,
  keys,
  onRoles,
  type RegistryTerritory,
  repositories,
  secrets,
  topic,
} from "./registry-territory";
import { inRegion } from "./territory";

/** Permissions of a plan of the registry. */
export const registryPlanPermissions = (
  territory: RegistryTerritory,
): Record<string, readonly Permission[]> => ({
  "read-registry": readRegistry(territory),
  ...onRoles("read-roles", territory, (resources) => ({
    actions: [
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
    ],
    resources,
  })),
});

function readRegistry(territory: RegistryTerritory): readonly Permission[] {
  const { publishing } = territory;
  return [
    {
      actions: [
        "ecr:DescribeRepositories",
        "ecr:GetLifecyclePolicy",
        "ecr:GetRepositoryPolicy",
        "ecr:ListTagsForResource",
      ],
      resources: repositories(territory),
    },
    {
      actions: [
        "ecr:DescribePullThroughCacheRules",
        "ecr:DescribeRepositoryCreationTemplates",
        "ecr:GetRegistryPolicy",
        "ecr:GetRegistryScanningConfiguration",
        ...(publishing && publishing.replicates ? ["ecr:DescribeRegistry"] : []),
      ],
      anyResourceBecause: "they are settings of the whole registry, which has no ARN",
      conditions: inRegion(territory),
    },
    {
      actions: [
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        ...(publishing ? ["kms:GetPublicKey"] : []),
        "kms:ListResourceTags",
      ],
      resources: [keys(territory)],
    },
    {
      actions: ["kms:ListAliases"],
      anyResourceBecause: "KMS lists all aliases or none",
      conditions: inRegion(territory),
    },
    {
      actions: ["events:DescribeRule", "events:ListTagsForResource", "events:ListTargetsByRule"],
      resources: [eventRule(territory)],
    },
    {
      actions: ["sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListTagsForResource"],
      resources: [topic(territory)],
    },
    ...(publishing
      ? [{ actions: ["iam:GetOpenIDConnectProvider"], resources: [identityProvider(territory)] }]
      : []),
    {
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
      resources: secrets(territory, [territory.secret, ...territory.credentialsSecrets]),
    },
    { actions: ["secretsmanager:GetSecretValue"], resources: secrets(territory, [territory.secret]) },
  ];
}
