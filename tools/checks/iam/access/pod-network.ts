import type { AccessTable } from "./table";

const INTERFACE = "arn:aws:ec2:<region>:<account>:network-interface/eni-0a1b2c3d4e5f67890";
const INSTANCE = "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890";
const SUBNET = "arn:aws:ec2:<region>:<account>:subnet/subnet-0a1b2c3d4e5f67890";
const GROUP = "arn:aws:ec2:<region>:<account>:security-group/sg-0a1b2c3d4e5f67890";

const tag = (where: "RequestTag" | "ResourceTag", cluster: string) => ({
  [`aws:${where}/kubernetes.io/cluster/${cluster}`]: "owned",
});
const own = tag("ResourceTag", "<cluster>");
const another = tag("ResourceTag", "another");

const VPC = { "ec2:Vpc": "arn:aws:ec2:<region>:<account>:vpc/<vpc>" };

const CHANGES = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:AttachNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:ModifyNetworkInterfaceAttribute",
];

/** The operator that gives pods their addresses in place of the CNI. */
export const POD_NETWORK: AccessTable = {
  "cilium-operator-<cluster>": {
    may: [
      {
        actions: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeInstanceTypes", "ec2:DescribeSubnets"],
        on: "*",
      },
      {
        actions: ["ec2:CreateNetworkInterface"],
        on: INTERFACE,
        when: tag("RequestTag", "<cluster>"),
      },
      { actions: ["ec2:CreateNetworkInterface"], on: SUBNET, when: VPC },
      { actions: ["ec2:CreateNetworkInterface"], on: GROUP, when: VPC },
      {
        actions: ["ec2:CreateTags"],
        on: INTERFACE,
        when: { ...tag("RequestTag", "<cluster>"), "ec2:CreateAction": "CreateNetworkInterface" },
      },
      { actions: CHANGES, on: INTERFACE, when: own },
      { actions: ["ec2:AttachNetworkInterface"], on: INSTANCE, when: own },
    ],
    mayNot: [
      {
        actions: ["ec2:CreateNetworkInterface"],
        on: SUBNET,
        when: { "ec2:Vpc": "arn:aws:ec2:<region>:<account>:vpc/vpc-another" },
        because: "subnets of another VPC",
      },
      { actions: CHANGES, on: INTERFACE, when: another, because: "network interfaces of another cluster" },
      { actions: CHANGES, on: INTERFACE, because: "network interfaces of databases and load balancers" },
      {
        actions: ["ec2:AttachNetworkInterface"],
        on: INSTANCE,
        when: another,
        because: "nodes of another cluster",
      },
      {
        actions: ["ec2:CreateTags"],
        on: INTERFACE,
        when: tag("RequestTag", "<cluster>"),
        because: "the tag of others' network interfaces, by which it would own them",
      },
      { actions: ["ec2:TerminateInstances"], on: INSTANCE, when: own, because: "nodes, which are EC2's" },
    ],
  },
};
