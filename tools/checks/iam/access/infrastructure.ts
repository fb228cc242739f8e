import type { AccessTable, RoleAccess } from "./table";

/** Access of the role of nodes, made by Karpenter, by EKS or for a node group. */
const NODE: RoleAccess = {
  may: [
    { actions: ["ecr:GetAuthorizationToken", "eks-auth:AssumeRoleForPodIdentity"], on: "*" },
    {
      actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      on: "arn:aws:ecr:<region>:<account>:repository/frontend",
    },
  ],
  mayNot: [
    {
      actions: ["ecr:PutImage", "ecr:DeleteRepository"],
      on: "arn:aws:ecr:<region>:<account>:repository/frontend",
      because: "images: a node runs them and changes none",
    },
    {
      actions: ["secretsmanager:GetSecretValue"],
      on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
      because: "secrets: whatever breaks out of a pod would have them all",
    },
    {
      actions: ["ssm:GetParameter"],
      on: "arn:aws:ssm:<region>:<account>:parameter/another",
      cluster: "govuk",
      because: "parameters, which Session Manager's policy reads",
    },
    {
      actions: ["sts:AssumeRole"],
      on: "arn:aws:iam::<account>:role/terraform-apply",
      because: "Terraform's roles",
    },
  ],
};

/** Access of the instance through which people reach a Kubernetes API. */
const RELAY: RoleAccess = {
  may: [{ actions: ["ssm:UpdateInstanceInformation", "ssmmessages:OpenDataChannel"], on: "*" }],
  mayNot: [
    {
      actions: ["ssm:GetParameter"],
      on: "arn:aws:ssm:<region>:<account>:parameter/another",
      because: "parameters, which AWS's own policy for instances reads",
    },
    {
      actions: ["ec2:DescribeInstances", "ecr:GetAuthorizationToken"],
      on: "*",
      because: "all that nodes do",
    },
  ],
};

/** Access of the role by which ECS starts Terraform's agents. */
const AGENTS: RoleAccess = {
  may: [
    {
      actions: ["secretsmanager:GetSecretValue"],
      on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/terraform-agents-AbCdEf",
    },
  ],
  mayNot: [
    {
      actions: ["secretsmanager:GetSecretValue"],
      on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
      because: "other secrets",
    },
    {
      actions: ["sts:AssumeRole"],
      on: "arn:aws:iam::<account>:role/terraform-apply",
      because: "Terraform's roles, which each run has by its own token",
    },
  ],
};

/** Roles that AWS's own services assume. */
export const INFRASTRUCTURE: AccessTable = {
  "<cluster>-cluster": {
    may: [{ actions: ["ec2:DescribeSubnets", "elasticloadbalancing:DescribeLoadBalancers"], on: "*" }],
    mayNot: [
      {
        actions: ["iam:PassRole"],
        on: "arn:aws:iam::<account>:role/<cluster>-node-group",
        because: "roles, which a control plane would give itself",
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
        because: "secrets, which are External Secrets' to read",
      },
    ],
  },
  "<cluster>-node-group": NODE,
  "<cluster>-api-relay": RELAY,
  "<cluster>-terraform-agents": AGENTS,
  "<cluster>-karpenter-node": NODE,
  "<cluster>-auto-node": NODE,
  "<cluster>-fargate": {
    may: [
      { actions: ["ecr:GetAuthorizationToken"], on: "*" },
      { actions: ["ecr:BatchGetImage"], on: "arn:aws:ecr:<region>:<account>:repository/frontend" },
    ],
    mayNot: [
      ...NODE.mayNot,
      {
        actions: ["ec2:RunInstances", "ec2:TerminateInstances"],
        on: "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890",
        because: "nodes: the pods on Fargate make them by a role of their own",
      },
    ],
  },
  "aws-node-<cluster>": {
    may: [
      {
        actions: ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface"],
        on: "arn:aws:ec2:<region>:<account>:network-interface/eni-0a1b2c3d4e5f67890",
        family: "ipv4",
      },
      {
        actions: ["ec2:AssignIpv6Addresses", "ec2:CreateTags"],
        on: "arn:aws:ec2:<region>:<account>:network-interface/eni-0a1b2c3d4e5f67890",
        family: "ipv6",
      },
    ],
    mayNot: [
      {
        actions: ["ec2:TerminateInstances"],
        on: "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890",
        because: "the instances that it gives addresses to",
      },
      {
        actions: ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface"],
        on: "arn:aws:ec2:<region>:<account>:network-interface/eni-0a1b2c3d4e5f67890",
        family: "ipv6",
        because: "addresses of IPv4, of which pods of IPv6 have none",
      },
    ],
  },
  "aws-network-flow-monitor-agent-service-account-<cluster>": {
    may: [{ actions: ["networkflowmonitor:Publish"], on: "*" }],
    mayNot: [
      {
        actions: ["networkflowmonitor:DeleteMonitor"],
        on: "arn:aws:networkflowmonitor:<region>:<account>:monitor/<cluster>",
        because: "the monitors themselves",
      },
    ],
  },
};
