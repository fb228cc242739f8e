import type { Permission } from "../../constructs/iam-policy";
import { changeInstanceProfile, readInstanceProfiles } from "./instance-profiles";
import { isOwned } from "./ownership";
import { inRegion, regional, rolesNamed, type Territory } from "./territory";

/** Parts of a territory by which people reach a Kubernetes API inside the VPC. */
export interface RelayTerritory {
  readonly kind: "client-vpn" | "session-manager";

  /** Name of the group of the relay's instance, its role and its instance profile. */
  readonly name: string;

  /** Name of the document of its sessions. */
  readonly document: string;

  /** Name of the log group of its sessions. */
  readonly logGroup: string;
}

const groupOf = (territory: Territory, { name }: RelayTerritory): string =>
  regional(territory)("autoscaling", `autoScalingGroup:*:autoScalingGroupName/${name}`);

/** Permissions to read the settings of a relay. */
export function readRelay(territory: Territory): Permission[] {
  const { relay } = territory;
  if (!relay) {
    return [];
  }
  return relay.kind === "client-vpn"
    ? [
        {
          actions: [
            "ec2:DescribeClientVpnAuthorizationRules",
            "ec2:DescribeClientVpnEndpoints",
            "ec2:DescribeClientVpnTargetNetworks",
          ],
          anyResourceBecause: "EC2 makes up the ids of VPNs",
        },
      ]
    : [
        {
          actions: [
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeScalingActivities",
            "logs:DescribeResourcePolicies",
          ],
          anyResourceBecause: "AWS describes all of a kind or none",
        },
        readInstanceProfiles(territory, relay.name),
        {
          actions: [
            "ssm:DescribeDocument",
            "ssm:DescribeDocumentPermission",
            "ssm:GetDocument",
            "ssm:ListTagsForResource",
          ],
          resources: [regional(territory)("ssm", `document/${relay.document}`)],
        },
      ];
}

/** Permissions to make, change and remove a relay. */
export function changeRelay(territory: Territory): Permission[] {
  const { relay } = territory;
  if (!relay) {
    return [];
  }
  return relay.kind === "client-vpn" ? changeVpn(territory) : changeInstance(territory, relay);
}

const changeVpn = (territory: Territory): Permission[] => [
  {
    actions: ["ec2:CreateClientVpnEndpoint"],
    anyResourceBecause: "EC2 makes up its id",
    conditions: inRegion(territory),
  },
  {
    actions: [
      "ec2:ApplySecurityGroupsToClientVpnTargetNetwork",
      "ec2:AssociateClientVpnTargetNetwork",
      "ec2:AuthorizeClientVpnIngress",
      "ec2:DeleteClientVpnEndpoint",
      "ec2:DisassociateClientVpnTargetNetwork",
      "ec2:ModifyClientVpnEndpoint",
      "ec2:RevokeClientVpnIngress",
    ],
    resources: [regional(territory)("ec2", "client-vpn-endpoint/*")],
    conditions: isOwned(territory.owned),
  },
  {
    actions: [
      "ec2:ApplySecurityGroupsToClientVpnTargetNetwork",
      "ec2:AssociateClientVpnTargetNetwork",
      "ec2:CreateClientVpnEndpoint",
      "ec2:ModifyClientVpnEndpoint",
    ],
    resources: ["security-group", "subnet", "vpc"].map((kind) => regional(territory)("ec2", `${kind}/*`)),
    conditions: inRegion(territory),
  },
];

const changeInstance = (territory: Territory, relay: RelayTerritory): Permission[] => {
  const arn = regional(territory);
  return [
    {
      actions: [
        "autoscaling:CreateAutoScalingGroup",
        "autoscaling:CreateOrUpdateTags",
        "autoscaling:DeleteAutoScalingGroup",
        "autoscaling:DeleteTags",
        "autoscaling:UpdateAutoScalingGroup",
      ],
      resources: [groupOf(territory, relay)],
    },
    changeInstanceProfile(territory, relay.name),
    {
      actions: ["iam:PassRole"],
      resources: rolesNamed(territory, [relay.name]),
      conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    {
      actions: [
        "ssm:AddTagsToResource",
        "ssm:CreateDocument",
        "ssm:DeleteDocument",
        "ssm:RemoveTagsFromResource",
        "ssm:UpdateDocument",
        "ssm:UpdateDocumentDefaultVersion",
      ],
      resources: [arn("ssm", `document/${relay.document}`)],
    },
    {
      // EC2 looks up the image of a launch template with the rights of its maker.
      actions: ["ssm:GetParameters"],
      resources: [`arn:aws:ssm:${territory.region}::parameter/aws/service/ami-amazon-linux-latest/*`],
    },
    {
      actions: ["logs:DeleteResourcePolicy", "logs:PutResourcePolicy"],
      anyResourceBecause: "policies of a log group have no ARN",
      conditions: inRegion(territory),
    },
  ];
};
