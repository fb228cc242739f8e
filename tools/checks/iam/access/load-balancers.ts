import type { AccessTable } from "./table";

const OWNER = "elbv2.k8s.aws/cluster";
const ELB = "arn:aws:elasticloadbalancing:<region>:<account>";
const LOAD_BALANCER = `${ELB}:loadbalancer/app/dex/0a1b2c3d4e5f6789`;
const TARGETS = `${ELB}:targetgroup/dex/0a1b2c3d4e5f6789`;
const SECURITY_GROUP = "arn:aws:ec2:<region>:<account>:security-group/sg-0a1b2c3d4e5f67890";

const OURS = { [`aws:ResourceTag/${OWNER}`]: "<cluster>" };
const ANOTHERS = { [`aws:ResourceTag/${OWNER}`]: "another" };

/** The controller that makes load balancers for Ingresses and Services. */
export const LOAD_BALANCERS: AccessTable = {
  "aws-load-balancer-controller-<cluster>": {
    may: [
      {
        actions: ["elasticloadbalancing:CreateLoadBalancer"],
        on: LOAD_BALANCER,
        when: { [`aws:RequestTag/${OWNER}`]: "<cluster>" },
      },
      {
        actions: ["elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:SetSecurityGroups"],
        on: LOAD_BALANCER,
        when: OURS,
      },
      {
        actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
        on: TARGETS,
      },
      { actions: ["elasticloadbalancing:CreateListener"], on: LOAD_BALANCER },
      {
        actions: ["shield:DeleteProtection", "shield:DescribeProtection"],
        on: "arn:aws:shield::<account>:protection/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
      },
      { actions: ["shield:CreateProtection", "shield:GetSubscriptionState"], on: "*" },
      { actions: ["elasticloadbalancing:DescribeTargetHealth", "ec2:DescribeSubnets"], on: "*" },
      { actions: ["ec2:DeleteSecurityGroup"], on: SECURITY_GROUP, when: OURS },
      {
        actions: ["ec2:AuthorizeSecurityGroupIngress"],
        on: SECURITY_GROUP,
        when: { "ec2:Vpc": "arn:aws:ec2:<region>:<account>:vpc/<vpc>" },
      },
    ],
    mayNot: [
      {
        actions: ["elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:SetSecurityGroups"],
        on: LOAD_BALANCER,
        when: ANOTHERS,
        because: "another cluster's load balancers",
      },
      {
        actions: ["elasticloadbalancing:DeleteLoadBalancer"],
        on: LOAD_BALANCER,
        because: "load balancers that somebody made by hand",
      },
      {
        actions: ["elasticloadbalancing:CreateLoadBalancer"],
        on: LOAD_BALANCER,
        when: { [`aws:RequestTag/${OWNER}`]: "another" },
        because: "load balancers in another cluster's name",
      },
      {
        actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
        on: LOAD_BALANCER,
        when: { ...OURS, [`aws:RequestTag/${OWNER}`]: "another" },
        because: "the tag of ownership itself",
      },
      {
        actions: ["ec2:AuthorizeSecurityGroupIngress"],
        on: SECURITY_GROUP,
        when: { "ec2:Vpc": "arn:aws:ec2:<region>:<account>:vpc/vpc-another" },
        because: "security groups of another network",
      },
      {
        actions: ["ec2:DeleteSecurityGroup"],
        on: SECURITY_GROUP,
        when: ANOTHERS,
        because: "another cluster's security groups",
      },
      {
        actions: ["ec2:TerminateInstances"],
        on: "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890",
        because: "the instances behind a load balancer",
      },
    ],
  },
};
