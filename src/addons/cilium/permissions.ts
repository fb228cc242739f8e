import type { Cluster } from "../../constructs/cluster";
import type { Conditions, Permission } from "../../constructs/iam-policy";

/** Tag of the cluster's nodes, and of the network interfaces that the operator makes for them. */
export const ownerTag = (cluster: string) => ({ [`kubernetes.io/cluster/${cluster}`]: "owned" });

/**
 * Permissions of the operator: it makes network interfaces with the cluster's tag in the cluster's VPC, fills them with
 * addresses, and attaches them to the cluster's nodes. It touches no other.
 *
 * @see https://docs.cilium.io/en/v1.19/network/concepts/ipam/eni/#required-privileges
 */
export function operatorPermissions({ name, region, vpcId }: Cluster, accountId: string): Permission[] {
  const arn = (kind: string) => `arn:aws:ec2:${region}:${accountId}:${kind}/*`;
  const tagged = (where: "RequestTag" | "ResourceTag", more: Conditions[string] = {}): Conditions => ({
    StringEquals: { [`aws:${where}/kubernetes.io/cluster/${name}`]: "owned", ...more },
  });

  return [
    {
      actions: [
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      anyResourceBecause: "EC2 describes all resources of a kind or none",
    },
    {
      actions: ["ec2:CreateNetworkInterface"],
      resources: [arn("network-interface")],
      conditions: tagged("RequestTag"),
    },
    {
      actions: ["ec2:CreateNetworkInterface"],
      resources: [arn("subnet"), arn("security-group")],
      conditions: { ArnEquals: { "ec2:Vpc": `arn:aws:ec2:${region}:${accountId}:vpc/${vpcId}` } },
    },
    {
      actions: ["ec2:CreateTags"],
      resources: [arn("network-interface")],
      conditions: tagged("RequestTag", { "ec2:CreateAction": "CreateNetworkInterface" }),
    },
    {
      actions: [
        "ec2:AssignPrivateIpAddresses",
        "ec2:AttachNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:ModifyNetworkInterfaceAttribute",
      ],
      resources: [arn("network-interface")],
      conditions: tagged("ResourceTag"),
    },
    {
      actions: ["ec2:AttachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"],
      resources: [arn("instance")],
      conditions: tagged("ResourceTag"),
    },
  ];
}
