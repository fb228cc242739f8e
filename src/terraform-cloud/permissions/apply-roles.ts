import type { Permission } from "../../constructs/iam-policy";
import { changeIdentityProviders, changeRolesWithPolicies } from "./lifecycles";
import { clusterIdentityProviders, roleArns, type Territory } from "./territory";

/** AWS services with a service-linked role, which AWS makes with their first resource. */
const SERVICES_WITH_A_ROLE = [
  "access-analyzer.amazonaws.com",
  "eks.amazonaws.com",
  "eks-nodegroup.amazonaws.com",
  "networkflowmonitor.amazonaws.com",
  "rds.amazonaws.com",
  "topology.networkflowmonitor.amazonaws.com",
];

/**
 * Permissions to change the roles of the cluster and of service accounts. Terraform's own roles are not among
 * them.
 */
export const changeRoles = (territory: Territory): Permission[] => [
  changeRolesWithPolicies(roleArns(territory)),
  {
    actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
    resources: roleArns(territory),
    conditions: {
      ArnEquals: {
        "iam:PolicyARN": territory.managedPolicies.map((name) => `arn:aws:iam::aws:policy/${name}`),
      },
    },
  },
  {
    actions: ["iam:PassRole"],
    resources: roleArns(territory),
    conditions: {
      StringEquals: { "iam:PassedToService": ["eks.amazonaws.com", "pods.eks.amazonaws.com"] },
    },
  },
  {
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/aws-service-role/*`],
    conditions: { StringEquals: { "iam:AWSServiceName": SERVICES_WITH_A_ROLE } },
  },
  changeIdentityProviders([clusterIdentityProviders(territory)]),
];
