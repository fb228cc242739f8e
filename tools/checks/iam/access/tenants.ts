import type { AccessTable } from "./table";

/** Roles by which workflows deploy to the namespace of one tenant. */
export const TENANTS: AccessTable = {
  "tenant-<namespace>-deploy": {
    may: [{ actions: ["eks:DescribeCluster"], on: "arn:aws:eks:<region>:<account>:cluster/<cluster>" }],
    mayNot: [
      {
        actions: ["eks:DescribeCluster"],
        on: "arn:aws:eks:<region>:<account>:cluster/another",
        because: "another cluster",
      },
      {
        actions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry"],
        on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
        because: "the cluster itself: a workflow signs in to it and changes objects of its namespace",
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
        because: "secrets, which pods have from External Secrets",
      },
    ],
  },
};
