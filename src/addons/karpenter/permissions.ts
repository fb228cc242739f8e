import type { Conditions, Permission } from "../../constructs/iam-policy";

/** Cluster in which Karpenter works, and that it must keep to. */
export interface KarpenterTerritory {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
  readonly nodeRoleArn: string;
  readonly queueArn: string;
}

const START = ["ec2:RunInstances", "ec2:CreateFleet"];

/** Kinds of resources that a launch makes. */
const MADE = [
  "fleet",
  "instance",
  "volume",
  "network-interface",
  "launch-template",
  "spot-instances-request",
];

/**
 * Permissions of Karpenter's controller: to make and remove instances with the cluster's tags, and no others.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
export function karpenterPermissions(territory: KarpenterTerritory): Permission[] {
  return [...launches(territory), ...tags(territory), ...removals(territory), ...around(territory)];
}

const ec2 =
  ({ region }: KarpenterTerritory) =>
  (kind: string, account = "*"): string =>
    `arn:aws:ec2:${region}:${account}:${kind}/*`;

/** Condition that a resource has the cluster's tags. */
const owned = ({ clusterName }: KarpenterTerritory): Conditions => ({
  StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" },
  StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
});

/** Condition that a resource gets the cluster's tags. */
const marked = ({ clusterName }: KarpenterTerritory, more: Conditions[string] = {}): Conditions => ({
  StringEquals: {
    [`aws:RequestTag/kubernetes.io/cluster/${clusterName}`]: "owned",
    "aws:RequestTag/eks:eks-cluster-name": clusterName,
    ...more,
  },
  StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
});

function launches(territory: KarpenterTerritory): Permission[] {
  const arn = ec2(territory);
  return [
    {
      actions: START,
      resources: [
        arn("image", ""),
        arn("snapshot", ""),
        ...["security-group", "subnet", "capacity-reservation", "placement-group"].map((kind) => arn(kind)),
      ],
    },
    { actions: START, resources: [arn("launch-template")], conditions: owned(territory) },
    {
      actions: [...START, "ec2:CreateLaunchTemplate"],
      resources: MADE.map((kind) => arn(kind)),
      conditions: marked(territory),
    },
  ];
}

function tags(territory: KarpenterTerritory): Permission[] {
  const arn = ec2(territory);
  const { clusterName } = territory;
  return [
    {
      actions: ["ec2:CreateTags"],
      resources: MADE.map((kind) => arn(kind)),
      conditions: marked(territory, {
        "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
      }),
    },
    {
      actions: ["ec2:CreateTags"],
      resources: [arn("instance")],
      conditions: {
        ...owned(territory),
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": clusterName },
        "ForAllValues:StringEquals": {
          "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
        },
      },
    },
  ];
}

const removals = (territory: KarpenterTerritory): Permission[] => [
  {
    actions: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
    resources: [ec2(territory)("instance"), ec2(territory)("launch-template")],
    conditions: owned(territory),
  },
];

function around({ region, accountId, clusterName, nodeRoleArn, queueArn }: KarpenterTerritory): Permission[] {
  const clusterArn = `arn:aws:eks:${region}:${accountId}:cluster/${clusterName}`;
  return [
    {
      actions: [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      anyResourceBecause: "looking up machines and their surroundings has no resource level",
      conditions: { StringEquals: { "aws:RequestedRegion": region } },
    },
    // Ids of AWS's own images.
    { actions: ["ssm:GetParameter"], resources: [`arn:aws:ssm:${region}::parameter/aws/service/*`] },
    {
      actions: ["pricing:GetProducts", "iam:ListInstanceProfiles"],
      anyResourceBecause: "prices and the list of instance profiles have no resource level",
    },
    {
      actions: ["iam:GetInstanceProfile"],
      resources: [`arn:aws:iam::${accountId}:instance-profile/${clusterName}-*`],
    },
    {
      actions: ["iam:PassRole"],
      resources: [nodeRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    { actions: ["eks:DescribeCluster"], resources: [clusterArn] },
    {
      actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      resources: [queueArn],
    },
    {
      actions: ["arc-zonal-shift:GetManagedResource"],
      anyResourceBecause: "the condition names the cluster",
      conditions: { StringEquals: { "arc-zonal-shift:ResourceIdentifier": clusterArn } },
    },
  ];
}
