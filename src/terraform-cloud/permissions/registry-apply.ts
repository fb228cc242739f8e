import type { Permission } from "../../constructs/iam-policy";
import {
  changeEventRules,
  changeIdentityProviders,
  changeKeys,
  changeRolePolicies,
  changeTrust,
  changeTopics,
} from "./lifecycles";
import { isOwned } from "./ownership";
import { registryPlanPermissions } from "./registry-plan";
import {
  creators,
  eventRule,
  identityProvider,
  keys,
  onRoles,
  type RegistryTerritory,
  repositories,
  topic,
} from "./registry-territory";
import { inRegion, regional } from "./territory";

/**
 * Permissions of an apply of the registry: those of its plan, and to make, change and remove its contents.
 */
export const registryApplyPermissions = (
  territory: RegistryTerritory,
): Record<string, readonly Permission[]> => ({
  ...registryPlanPermissions(territory),
  "change-registry": [...changeRepositories(territory), ...changeRegistryKeys(territory)],
  ...onRoles("change-roles", territory, (resources) => changeRolePolicies({ ...territory, resources })),
  ...onRoles("trust-roles", territory, changeTrust),
  "change-publishers": [...changePublishers(territory), ...changeFindings(territory)],
});

const changeRepositories = (territory: RegistryTerritory): Permission[] => [
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
    resources: repositories(territory),
  },
  {
    actions: [
      "ecr:CreatePullThroughCacheRule",
      "ecr:CreateRepositoryCreationTemplate",
      "ecr:DeletePullThroughCacheRule",
      "ecr:DeleteRegistryPolicy",
      "ecr:DeleteRepositoryCreationTemplate",
      "ecr:PutRegistryPolicy",
      "ecr:PutRegistryScanningConfiguration",
      ...(territory.publishing && territory.publishing.replicates ? ["ecr:PutReplicationConfiguration"] : []),
      "ecr:UpdatePullThroughCacheRule",
      "ecr:UpdateRepositoryCreationTemplate",
      // Enhanced scanning is Amazon Inspector's.
      "inspector2:Enable",
    ],
    anyResourceBecause: "they are settings of the whole registry, which has no ARN",
    conditions: inRegion(territory),
  },
];

const changeRegistryKeys = (territory: RegistryTerritory): Permission[] => [
  // ECR gives a repository's grant back when the repository goes.
  ...changeKeys(territory, [keys(territory)], "kms:RetireGrant"),
  ...(territory.publishing
    ? [
        {
          actions: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
          resources: [regional(territory)("kms", `alias/${territory.publishing.signingKeyAlias}`)],
        },
        {
          actions: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
          resources: [keys(territory)],
          conditions: isOwned(territory.owned),
        },
      ]
    : []),
];

const changePublishers = (territory: RegistryTerritory): Permission[] => [
  {
    actions: ["iam:PassRole"],
    resources: creators(territory),
    conditions: { StringEquals: { "iam:PassedToService": "ecr.amazonaws.com" } },
  },
  {
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/aws-service-role/*`],
    conditions: {
      StringEquals: {
        "iam:AWSServiceName": [
          "inspector2.amazonaws.com",
          "pullthroughcache.ecr.amazonaws.com",
          ...(territory.publishing && territory.publishing.replicates
            ? ["replication.ecr.amazonaws.com"]
            : []),
        ],
      },
    },
  },
  ...(territory.publishing ? [changeIdentityProviders([identityProvider(territory)])] : []),
];

const changeFindings = (territory: RegistryTerritory): Permission[] => [
  ...changeEventRules([eventRule(territory)]),
  changeTopics([topic(territory)]),
];
