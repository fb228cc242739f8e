import type { AccessTable, RefusedRequests, RoleAccess } from "./table";

/** Actions with which a pod takes another role: its session has tags where the cluster gives roles by Pod Identity. */
const ASSUME = ["sts:AssumeRole", "sts:TagSession"];

const ROLES = "arn:aws:iam::222200002222:role";

/** Requests that no role of a fleet is granted. */
const REFUSED: readonly RefusedRequests[] = [
  {
    actions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry"],
    on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
    because: "the cluster itself: Argo CD speaks with Kubernetes' API",
  },
  {
    actions: ["secretsmanager:GetSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
    because: "secrets of the platform",
  },
];

/** Role of a part of a hub's Argo CD, which may take the roles of registered workload clusters and do nothing else. */
const PART: RoleAccess = {
  may: [
    { actions: ASSUME, on: `${ROLES}/argo-cd-hub-live` },
    { actions: ASSUME, on: "arn:aws:iam::333300003333:role/argo-cd-hub-store" },
  ],
  mayNot: [
    {
      actions: ["sts:AssumeRole"],
      on: `${ROLES}/argo-cd-hub-preview`,
      because: "a cluster that is not registered",
    },
    { actions: ["sts:AssumeRole"], on: `${ROLES}/live-cluster`, because: "a role that is not Argo CD's" },
    { actions: ["sts:AssumeRole"], on: `${ROLES}/terraform-apply`, because: "a role that is not Argo CD's" },
    ...REFUSED,
  ],
};

/** Role by which a hub signs in to a workload cluster: what it may do is for Kubernetes to say. */
const IN_WORKLOAD: RoleAccess = {
  nothing: "a hub signs in with it, and what it may do is for Kubernetes to say",
  may: [],
  mayNot: [
    { actions: ["sts:AssumeRole"], on: `${ROLES}/terraform-apply`, because: "any other role" },
    {
      actions: ["eks:DescribeCluster"],
      on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
      because: "AWS itself: the hub knows the address already",
    },
    ...REFUSED,
  ],
};

/** Roles between a management cluster and its workload clusters. */
export const FLEET: AccessTable = {
  "argocd-application-controller-<cluster>": PART,
  "argocd-server-<cluster>": PART,
  "argo-cd-hub-<cluster>": IN_WORKLOAD,
};
