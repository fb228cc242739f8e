import type { Permission } from "../../constructs/iam-policy";
import { changeIdentityProviders, changeRolePolicies, changeTrust } from "./lifecycles";
import type { RelayTerritory } from "./relay";
import {
  both,
  bounded,
  clusterIdentityProviders,
  rolesLikeOurs,
  rolesNamed,
  type Territory,
} from "./territory";

/** AWS services with a service-linked role, which AWS makes with their first resource. */
const SERVICES_WITH_A_ROLE = [
  "access-analyzer.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "eks.amazonaws.com",
  "eks-nodegroup.amazonaws.com",
  "guardduty.amazonaws.com",
  "networkflowmonitor.amazonaws.com",
  "rds.amazonaws.com",
  "topology.networkflowmonitor.amazonaws.com",
];

/** Services that have a role of their own with the first relay of a kind. */
const RELAY_SERVICES: Readonly<Record<RelayTerritory["kind"], readonly string[]>> = {
  "client-vpn": ["clientvpn-connections.amazonaws.com", "clientvpn.amazonaws.com"],
  "session-manager": ["autoscaling.amazonaws.com"],
};

/** Service of Fargate's own role, which AWS makes with the first profile. */
const FARGATE = "eks-fargate.amazonaws.com";

const servicesWithARole = ({ pools, relay, agents, fileSystem, linkedServices }: Territory): string[] => [
  ...SERVICES_WITH_A_ROLE,
  ...(relay ? RELAY_SERVICES[relay.kind] : []),
  ...(agents ? ["ecs.amazonaws.com"] : []),
  ...(pools?.fargate ? [FARGATE] : []),
  // EFS makes the interfaces of mount targets, and AWS Backup its copies, by roles of their own.
  ...(fileSystem ? ["backup.amazonaws.com", "elasticfilesystem.amazonaws.com"] : []),
  ...linkedServices,
];

/**
 * Permissions to change the roles of the cluster and of service accounts. Terraform's own roles are not among
 * them.
 */
export const changeRoles = (territory: Territory): Permission[] => [
  changeRolePolicies({ ...territory, resources: rolesNamed(territory, territory.roles) }),
  {
    actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
    // The boundary says which of them are ours.
    resources: rolesLikeOurs(territory),
    conditions: both(bounded(territory), {
      ArnEquals: {
        "iam:PolicyARN": territory.managedPolicies.map((name) => `arn:aws:iam::aws:policy/${name}`),
      },
    }),
  },
  {
    actions: ["iam:PassRole"],
    resources: rolesNamed(territory, territory.passedRoles),
    conditions: {
      StringEquals: {
        "iam:PassedToService": [
          "eks.amazonaws.com",
          "pods.eks.amazonaws.com",
          ...(territory.pools?.fargate ? ["eks-fargate-pods.amazonaws.com"] : []),
        ],
      },
    },
  },
];

/** Trust of roles, whose names fill a policy of their own, and identity providers. */
export const trustRoles = (territory: Territory): Permission[] => [
  changeTrust(rolesNamed(territory, territory.roles)),
  {
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/aws-service-role/*`],
    conditions: { StringEquals: { "iam:AWSServiceName": servicesWithARole(territory) } },
  },
  changeIdentityProviders([clusterIdentityProviders(territory)]),
];
