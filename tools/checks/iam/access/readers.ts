import type { AccessTable, RoleAccess } from "./table";

const ROLE = "arn:aws:iam::<account>:role";
const CLUSTER = "arn:aws:eks:<region>:<account>:cluster/<cluster>";

/** Role of an application's pods, which may take roles of readers and do nothing else. */
const assumer = (name: string, other: string): RoleAccess => ({
  may: [{ actions: ["sts:AssumeRole", "sts:TagSession"], on: `${ROLE}/${name}-assumed` }],
  mayNot: [
    { actions: ["sts:AssumeRole"], on: `${ROLE}/${other}-assumed`, because: "the role of another reader" },
    { actions: ["sts:AssumeRole"], on: `${ROLE}/terraform-apply`, because: "a role that is no reader's" },
    { actions: ["sts:AssumeRole"], on: `${ROLE}/<cluster>-cluster`, because: "a role that is no reader's" },
    {
      actions: ["eks:DescribeCluster"],
      on: CLUSTER,
      because: "the cluster, which only the other role finds",
    },
    {
      actions: ["secretsmanager:GetSecretValue"],
      on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
      because: "secrets of the platform",
    },
  ],
});

/** Role by which one cluster is read. */
const ASSUMED: RoleAccess = {
  may: [{ actions: ["eks:DescribeCluster"], on: CLUSTER }],
  mayNot: [
    {
      actions: ["eks:DescribeCluster"],
      on: "arn:aws:eks:<region>:<account>:cluster/another",
      because: "another cluster",
    },
    {
      actions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry"],
      on: CLUSTER,
      because: "the cluster itself: it is read by Kubernetes' API",
    },
    { actions: ["sts:AssumeRole"], on: `${ROLE}/terraform-plan`, because: "any other role" },
  ],
};

/** Roles of applications that read clusters. */
export const READERS: AccessTable = {
  "departure-board-assumer": assumer("departure-board", "release"),
  "departure-board-assumed": ASSUMED,
  "release-assumer": assumer("release", "synthetic-test"),
  "release-assumed": ASSUMED,
  "synthetic-test-assumer": assumer("synthetic-test", "release"),
  "synthetic-test-assumed": ASSUMED,
};
