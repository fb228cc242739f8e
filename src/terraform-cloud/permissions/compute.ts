import type { Permission } from "../../constructs/iam-policy";
import { changeInstanceProfile, instanceProfiles, readInstanceProfiles } from "./instance-profiles";
import { inRegion, regional, rolesNamed, type Territory } from "./territory";

/** Parts of a territory by which a controller makes nodes in pools; none where EKS makes them in groups. */
export interface PoolTerritory {
  readonly kind: "karpenter" | "auto";

  /** Name of the role of the nodes, and of Karpenter's instance profile. */
  readonly nodeRole: string;

  /** Name of the queue with notices for Karpenter. */
  readonly queue: string;

  /** True if some pods run on Fargate. */
  readonly fargate: boolean;
}

/** Permissions to read what pools need beside the cluster itself. */
export function readCompute(territory: Territory): Permission[] {
  const { pools, clusterName, linkedServices } = territory;
  const arn = regional(territory);
  return [
    ...(pools?.kind === "karpenter"
      ? [
          {
            actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"],
            resources: [arn("sqs", pools.queue)],
          },
          readInstanceProfiles(territory, pools.nodeRole),
        ]
      : []),
    ...(pools?.fargate
      ? [
          {
            actions: ["eks:DescribeFargateProfile"],
            resources: [arn("eks", `fargateprofile/${clusterName}/*`)],
          },
        ]
      : []),
    ...(linkedServices.length > 0 ? [{ actions: ["iam:GetRole"], resources: [linkedRoles(territory)] }] : []),
  ];
}

/** ARNs of the roles that services have in the account. */
const linkedRoles = ({ accountId }: Territory): string => `arn:aws:iam::${accountId}:role/aws-service-role/*`;

/** Permission to hand the role of nodes to instances. */
const passNodes = (territory: Territory, { nodeRole }: PoolTerritory): Permission => ({
  actions: ["iam:PassRole"],
  resources: rolesNamed(territory, [nodeRole]),
  conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
});

/** Permissions to make, change and remove what pools need beside the cluster itself. */
export function changeCompute(territory: Territory): Permission[] {
  const { pools, clusterName } = territory;
  if (pools?.kind !== "karpenter") {
    return [];
  }
  const arn = regional(territory);
  return [
    {
      actions: [
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      resources: [arn("sqs", pools.queue)],
    },
    changeInstanceProfile(territory, pools.nodeRole),
    passNodes(territory, pools),
    ...(pools.fargate
      ? [
          {
            actions: ["eks:CreateFargateProfile", "eks:DeleteFargateProfile", "eks:TagResource"],
            resources: [arn("eks", `cluster/${clusterName}`), arn("eks", `fargateprofile/${clusterName}/*`)],
          },
        ]
      : []),
  ];
}

/** The most that the roles of pools may do: Karpenter's controller, or the cluster's own role in Auto Mode. */
export function boundCompute(territory: Territory): Permission[] {
  const { pools, clusterName } = territory;
  if (!pools) {
    return [];
  }
  return pools.kind === "karpenter"
    ? [
        passNodes(territory, pools),
        {
          actions: ["iam:GetInstanceProfile", "iam:ListInstanceProfiles", "pricing:GetProducts"],
          anyResourceBecause: "instance profiles and prices are no secret",
        },
        {
          actions: ["arc-zonal-shift:GetManagedResource", "ssm:GetParameter"],
          anyResourceBecause: "the controller's own policy names the cluster and AWS's images",
          conditions: inRegion(territory),
        },
        {
          actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
          resources: [regional(territory)("sqs", pools.queue)],
        },
      ]
    : [
        passNodes(territory, pools),
        {
          actions: ["iam:*InstanceProfile"],
          // EKS names them after the cluster and the class.
          resources: [instanceProfiles(territory, "eks-*"), instanceProfiles(territory, `${clusterName}-*`)],
        },
        { actions: ["iam:GetInstanceProfile"], anyResourceBecause: "instance profiles are no secret" },
      ];
}
