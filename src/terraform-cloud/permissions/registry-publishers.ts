import type { Permission } from "../../constructs/iam-policy";
import { identityProvider, type RegistryTerritory, roles } from "./registry-territory";

/** What it takes to say who publishes images: roles, and whose word for it AWS takes. */
export const changePublishers = (territory: RegistryTerritory): Permission[] => [
  changeRolesWithPolicies(roles(territory)),
  {
    actions: ["iam:PassRole"],
    resources: roles(territory),
    conditions: { StringEquals: { "iam:PassedToService": "ecr.amazonaws.com" } },
  },
  {
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/aws-service-role/*`],
    conditions: {
      StringEquals: {
        "iam:AWSServiceName": ["inspector2.amazonaws.com", "pullthroughcache.ecr.amazonaws.com"],
      },
    },
  },
  changeIdentityProviders([identityProvider(territory)]),
];
