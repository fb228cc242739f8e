import type { Permission } from "../../constructs/iam-policy";
import { changeConnections } from "./connections";
import { becomesOwned, isClaimed, isOwned } from "./ownership";
import { below, both, inRegion, regional, type Territory } from "./territory";

/** Permissions to change VPC, subnets, routes, endpoints, DNS zones and certificates. */
export const changeNetwork = (territory: Territory): Permission[] => [
  {
    actions: [
      "ec2:AllocateAddress",
      "ec2:AssociateRouteTable",
      "ec2:AttachInternetGateway",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:CreateFlowLogs",
      "ec2:CreateInternetGateway",
      "ec2:CreateLaunchTemplate",
      "ec2:CreateLaunchTemplateVersion",
      "ec2:CreateNatGateway",
      "ec2:CreateRoute",
      "ec2:CreateRouteTable",
      "ec2:CreateSecurityGroup",
      "ec2:CreateSubnet",
      "ec2:CreateTags",
      "ec2:CreateVpc",
      "ec2:CreateVpcEndpoint",
      "ec2:DeleteFlowLogs",
      "ec2:DeleteInternetGateway",
      "ec2:DeleteLaunchTemplate",
      "ec2:DeleteLaunchTemplateVersions",
      "ec2:DeleteNatGateway",
      "ec2:DeleteRoute",
      "ec2:DeleteRouteTable",
      "ec2:DeleteSecurityGroup",
      "ec2:DeleteSubnet",
      "ec2:DeleteTags",
      "ec2:DeleteVpc",
      "ec2:DeleteVpcEndpoints",
      "ec2:DetachInternetGateway",
      "ec2:DisassociateAddress",
      "ec2:DisassociateRouteTable",
      "ec2:ModifyLaunchTemplate",
      "ec2:ModifySecurityGroupRules",
      "ec2:ModifySubnetAttribute",
      "ec2:ModifyVpcAttribute",
      "ec2:ModifyVpcEndpoint",
      "ec2:ReleaseAddress",
      "ec2:ReplaceRoute",
      "ec2:ReplaceRouteTableAssociation",
      "ec2:RevokeSecurityGroupEgress",
      "ec2:RevokeSecurityGroupIngress",
      // EKS tries out a launch template with the credentials of the role that makes the node group.
      "ec2:RunInstances",
      "ec2:UpdateSecurityGroupRuleDescriptionsIngress",
    ],
    anyResourceBecause: "EC2 makes up the ids of what it creates; all of it lies in the environment's region",
    conditions: inRegion(territory),
  },
  ...changeConnections(territory),
  ...changeZones(territory),
  {
    actions: ["acm:RequestCertificate"],
    anyResourceBecause: "the certificate has no ARN before it is requested",
    conditions: both(inRegion(territory), becomesOwned(territory.owned)),
  },
  {
    actions: ["acm:AddTagsToCertificate"],
    resources: [regional(territory)("acm", "certificate/*")],
    conditions: isClaimed(territory.owned),
  },
  {
    actions: [
      "acm:AddTagsToCertificate",
      "acm:DeleteCertificate",
      "acm:RemoveTagsFromCertificate",
      "acm:UpdateCertificateOptions",
    ],
    resources: [regional(territory)("acm", "certificate/*")],
    conditions: isOwned(territory.owned),
  },
];

/** Zones, and records of known names: AWS makes up the ids of zones. */
const changeZones = ({ records, destroysZones }: Territory): Permission[] => [
  {
    actions: [
      "route53:AssociateVPCWithHostedZone",
      "route53:ChangeTagsForResource",
      "route53:CreateHostedZone",
      ...(destroysZones ? ["route53:DeleteHostedZone"] : []),
      "route53:DisassociateVPCFromHostedZone",
      "route53:UpdateHostedZoneComment",
    ],
    anyResourceBecause: "Route 53 makes up the ids of zones, and has no region",
  },
  changeRecords(records.names, { [`${RECORDS}RecordTypes`]: ["CNAME", "NS", "SOA"] }),
  ...(records.authorised.length > 0
    ? [changeRecords(records.authorised, { [`${RECORDS}RecordTypes`]: ["CAA"] })]
    : []),
  ...(destroysZones
    ? [changeRecords(records.zones.flatMap(below), { [`${RECORDS}Actions`]: ["DELETE"] })]
    : []),
];

const RECORDS = "route53:ChangeResourceRecordSets";

const changeRecords = (
  names: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): Permission => ({
  actions: ["route53:ChangeResourceRecordSets"],
  anyResourceBecause: "Route 53 makes up the ids of zones; the condition names the records",
  conditions: {
    "ForAllValues:StringLike": { [`${RECORDS}NormalizedRecordNames`]: names },
    "ForAllValues:StringEquals": others,
    // Without the key, the conditions above would hold.
    Null: { [`${RECORDS}NormalizedRecordNames`]: "false" },
  },
});
