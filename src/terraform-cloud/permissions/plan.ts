import type { Permission } from "../../constructs/iam-policy";
import { READ_BUCKETS } from "./buckets";
import { readConnections } from "./connections";
import { readAgents } from "./agents";
import { readIdentityProvider } from "./identity-provider";
import { readRelay } from "./relay";
import { readCompute } from "./compute";
import { readFileSystem } from "./file-system";
import { readLogDelivery } from "./log-delivery";
import { readLogSharing } from "./log-sharing";
import { readMetricsWorkspace } from "./metrics-workspace";
import { readCapabilities } from "./self-service";
import { readFromOutside } from "./outside";
import {
  clusterIdentityProviders,
  regional,
  rolesLikeOurs,
  rolesNamed,
  secretArns,
  type Territory,
} from "./territory";

/** Permissions of a plan: to read the settings of everything that stacks make, and hardly any content. */
export const planPermissions = (territory: Territory): Record<string, readonly Permission[]> => ({
  "read-cluster": [
    readNetwork,
    ...readConnections(territory),
    ...readCluster(territory),
    ...readRoles(territory),
    ...readNames(territory),
    readObservability(territory),
    ...(territory.outside ? readFromOutside(territory) : []),
    ...(territory.logReceiverSecrets.length > 0 ? readLogDelivery(territory) : []),
  ],
  "read-data": [
    readDatabases,
    ...readFileSystem(territory),
    ...readMetricsWorkspace(territory),
    ...readLogSharing(territory),
    ...readKeysAndBuckets(territory),
    ...readSecrets(territory),
  ],
});

/** Joins lists of permissions into one policy each: a role has ten at most. */
export const together = (
  name: string,
  permissions: readonly Permission[],
): Record<string, readonly Permission[]> => (permissions.length > 0 ? { [name]: permissions } : {});

const readNetwork: Permission = {
  actions: [
    "ec2:DescribeAccountAttributes",
    "ec2:DescribeAddresses",
    "ec2:DescribeAddressesAttribute",
    "ec2:DescribeAvailabilityZones",
    "ec2:DescribeFlowLogs",
    "ec2:DescribeInternetGateways",
    "ec2:DescribeLaunchTemplates",
    "ec2:DescribeLaunchTemplateVersions",
    "ec2:DescribeNatGateways",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribePrefixLists",
    "ec2:DescribeRegions",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroupRules",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcs",
  ],
  anyResourceBecause: "EC2 describes all resources of a kind or none",
};

const readNames = ({ findsZones }: Territory): Permission[] => [
  {
    actions: [
      "acm:DescribeCertificate",
      "acm:ListTagsForCertificate",
      "route53:GetChange",
      "route53:GetHostedZone",
      // Terraform finds a zone of another stack or account by its name.
      "route53:ListHostedZones",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResource",
    ],
    anyResourceBecause: "AWS makes up the ids of certificates and zones, and DNS is public",
  },
  ...(findsZones
    ? [{ actions: ["route53:ListHostedZones"], anyResourceBecause: "it looks for a zone by name" }]
    : []),
];

const readObservability = (territory: Territory): Permission => ({
  actions: [
    "access-analyzer:GetAnalyzer",
    "access-analyzer:ListTagsForResource",
    "cloudwatch:DescribeAlarms",
    "cloudwatch:ListTagsForResource",
    ...(territory.eventRules.length > 0
      ? ["events:DescribeRule", "events:ListTagsForResource", "events:ListTargetsByRule"]
      : []),
    "guardduty:GetDetector",
    "guardduty:ListTagsForResource",
    "logs:DescribeLogGroups",
    "logs:DescribeMetricFilters",
    "logs:DescribeQueryDefinitions",
    "logs:ListTagsForResource",
    "networkflowmonitor:GetMonitor",
    "networkflowmonitor:GetScope",
    "networkflowmonitor:ListTagsForResource",
    "sns:GetSubscriptionAttributes",
    "sns:GetTopicAttributes",
    "sns:ListTagsForResource",
  ],
  anyResourceBecause: `these are settings, not logs or messages, and account ${territory.accountId} is the environment's own`,
});

function readCluster(territory: Territory): Permission[] {
  const { clusterName: name } = territory;
  const arn = regional(territory);
  return [
    ...readCompute(territory),
    ...readRelay(territory),
    ...readAgents(territory),
    ...readIdentityProvider(territory),
    ...readCapabilities(territory),
    { actions: ["eks:ListClusters"], anyResourceBecause: "it looks for the cluster by name" },
    {
      actions: [
        "eks:DescribeAccessEntry",
        "eks:DescribeAddon",
        "eks:DescribeCluster",
        "eks:DescribeNodegroup",
        "eks:DescribePodIdentityAssociation",
        "eks:DescribeUpdate",
        "eks:ListAssociatedAccessPolicies",
        "eks:ListPodIdentityAssociations",
        "eks:ListTagsForResource",
      ],
      resources: [
        arn("eks", `cluster/${name}`),
        ...["nodegroup", "addon", "access-entry", "podidentityassociation"].map((kind) =>
          arn("eks", `${kind}/${name}/*`),
        ),
      ],
    },
  ];
}

const readRoles = (territory: Territory): Permission[] => [
  { actions: ["iam:ListRoles"], anyResourceBecause: "access levels are given to roles that match a pattern" },
  {
    actions: [
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
    ],
    resources: [...rolesLikeOurs(territory), ...rolesNamed(territory, territory.readerRoles)],
  },
  {
    actions: ["iam:GetOpenIDConnectProvider"],
    resources: [clusterIdentityProviders(territory)],
  },
];

const readDatabases: Permission = {
  actions: [
    "rds:DescribeDBClusters",
    "rds:DescribeDBEngineVersions",
    "rds:DescribeDBInstances",
    "rds:DescribeDBSubnetGroups",
    "rds:DescribeGlobalClusters",
    "rds:ListTagsForResource",
  ],
  anyResourceBecause: "Terraform filters what RDS describes, and none of it is data",
};

const readKeysAndBuckets = (territory: Territory): Permission[] => [
  {
    actions: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    resources: [regional(territory)("kms", "key/*")],
  },
  {
    actions: READ_BUCKETS,
    resources: territory.buckets.map((name) => `arn:aws:s3:::${name}`),
  },
];

const readSecrets = (territory: Territory): Permission[] => [
  {
    actions: ["secretsmanager:GetRandomPassword"],
    anyResourceBecause: "a password that AWS makes up belongs to no secret yet",
  },
  {
    actions: [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetResourcePolicy",
      // The provider finds the current version of a secret by reading it.
      "secretsmanager:GetSecretValue",
    ],
    resources: secretArns(territory, [...territory.secrets, ...territory.readSecrets]),
  },
];
