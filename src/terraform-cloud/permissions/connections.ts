import type { Permission } from "../../constructs/iam-policy";
import { inRegion, type Territory } from "./territory";

/** Parts of a network that few environments have. */
export interface Connections {
  /** True for a network ACL that blocks ranges. */
  readonly blocksRanges: boolean;

  /** True for an attachment to a transit gateway. */
  readonly transitGateway: boolean;

  /** True for servers of time that DHCP names. */
  readonly timeServers: boolean;

  /** True for further ranges of the VPC. */
  readonly secondaryRanges: boolean;

  /** True for addresses of IPv6 in the VPC and in subnets. */
  readonly ipv6: boolean;

  /** True for placement groups of nodes. */
  readonly placesNodes: boolean;
}

const BECAUSE = "EC2 makes up the ids of what it creates; all of it lies in the environment's region";

/** Actions on each part: to read it, and to change it. */
const ACTIONS: Readonly<Record<keyof Connections, { readonly read: string[]; readonly change: string[] }>> = {
  blocksRanges: {
    read: [],
    change: [
      "ec2:CreateNetworkAcl",
      "ec2:CreateNetworkAclEntry",
      "ec2:DeleteNetworkAcl",
      "ec2:DeleteNetworkAclEntry",
      "ec2:ReplaceNetworkAclAssociation",
      "ec2:ReplaceNetworkAclEntry",
    ],
  },
  transitGateway: {
    read: ["ec2:DescribeTransitGateways", "ec2:DescribeTransitGatewayVpcAttachments"],
    change: [
      "ec2:CreateTransitGatewayVpcAttachment",
      "ec2:DeleteTransitGatewayVpcAttachment",
      "ec2:ModifyTransitGatewayVpcAttachment",
    ],
  },
  timeServers: {
    read: ["ec2:DescribeDhcpOptions"],
    change: ["ec2:AssociateDhcpOptions", "ec2:CreateDhcpOptions", "ec2:DeleteDhcpOptions"],
  },
  secondaryRanges: { read: [], change: ["ec2:AssociateVpcCidrBlock", "ec2:DisassociateVpcCidrBlock"] },
  ipv6: {
    read: ["ec2:DescribeEgressOnlyInternetGateways", "ec2:GetIpamPoolAllocations"],
    change: [
      "ec2:AssociateSubnetCidrBlock",
      "ec2:AssociateVpcCidrBlock",
      "ec2:CreateEgressOnlyInternetGateway",
      "ec2:DeleteEgressOnlyInternetGateway",
      "ec2:DisassociateSubnetCidrBlock",
      "ec2:DisassociateVpcCidrBlock",
    ],
  },
  placesNodes: {
    read: ["ec2:DescribePlacementGroups"],
    change: ["ec2:CreatePlacementGroup", "ec2:DeletePlacementGroup"],
  },
};

const permissions = (territory: Territory, kind: "read" | "change"): Permission[] => {
  const actions = (Object.keys(ACTIONS) as (keyof Connections)[])
    .filter((part) => territory.connections[part])
    .flatMap((part) => ACTIONS[part][kind]);
  return actions.length === 0
    ? []
    : [{ actions: [...new Set(actions)], anyResourceBecause: BECAUSE, conditions: inRegion(territory) }];
};

/** Permissions to read the connections of a network. */
export const readConnections = (territory: Territory): Permission[] => permissions(territory, "read");

/** Permissions to make, change and remove the connections of a network. */
export const changeConnections = (territory: Territory): Permission[] => permissions(territory, "change");
