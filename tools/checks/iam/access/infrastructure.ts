import type { AccessTable } from "./table";

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
        on: "arn:aws:secretsmanager:<region>:<account>:secret:govuk/slack-AbCdEf",
        because: "secrets, which are External Secrets' to read",
      },
    ],
  },
  "<cluster>-node-group": {
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
        on: "arn:aws:secretsmanager:<region>:<account>:secret:govuk/slack-AbCdEf",
        because: "secrets: whatever breaks out of a pod would have them all",
      },
      {
        actions: ["sts:AssumeRole"],
        on: "arn:aws:iam::<account>:role/terraform-apply",
        because: "Terraform's roles",
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
