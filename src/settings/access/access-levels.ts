import type { NamespaceName } from "../namespaces/namespaces";

/** One allowance, as a Kubernetes Role lists it. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * What AWS lets a level do where EKS decides by access entries.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
type AccessPolicy =
  "AmazonEKSClusterAdminPolicy" | "AmazonEKSAdminPolicy" | "AmazonEKSAdminViewPolicy" | "AmazonEKSViewPolicy";

/** What the members of a level may do. */
export interface AccessLevelConfig {
  readonly policy: AccessPolicy;

  /**
   * Where `policy` holds and `namespaceRules` apply.
   *
   * @default - the policy holds in the whole cluster
   */
  readonly namespaces?: readonly NamespaceName[];

  /** Hold in every namespace and for what belongs to none. */
  readonly clusterRules: readonly AccessRule[];

  /** Hold in each of `namespaces`. */
  readonly namespaceRules: readonly AccessRule[];
}

const READ = ["get", "list", "watch"];
const WRITE = [...READ, "create", "update", "patch", "delete"];

const allow = (verbs: readonly string[], apiGroups: readonly string[], resources: readonly string[]) => ({
  apiGroups,
  resources,
  verbs,
});

const JOB_REQUESTS = [["platform.publishing.service.gov.uk"], ["jobrequests", "jobrequestreviews"]] as const;

const everything = (verbs: readonly string[]) => allow(verbs, ["*"], ["*"]);
const pods = (verbs: readonly string[]) =>
  allow(verbs, ["", "apps"], ["pods", "pods/log", "deployments", "replicasets", "statefulsets"]);
const jobs = (verbs: readonly string[]) => allow(verbs, ["batch"], ["jobs", "cronjobs"]);
const exec = allow(["create"], [""], ["pods/exec"]);
const readNamespaces = allow(READ, [""], ["namespaces"]);

/** What runs and how it is reached; Secrets are left to each level. */
const readWorkloads = [
  allow(READ, [""], ["namespaces", "pods", "pods/log", "services", "configmaps", "endpoints", "events"]),
  allow(READ, ["apps", "batch"], ["deployments", "replicasets", "statefulsets", "jobs", "cronjobs"]),
  allow(READ, ["networking.k8s.io"], ["ingresses"]),
];

const ADMINISTRATOR: AccessLevelConfig = {
  policy: "AmazonEKSClusterAdminPolicy",
  clusterRules: [everything(["*"])],
  namespaceRules: [],
};

/** Who may do what, by the level's name, which is its Kubernetes group too. */
export const ACCESS_LEVELS = {
  fulladmin: ADMINISTRATOR,
  platformengineer: ADMINISTRATOR,
  tempadmin: ADMINISTRATOR,

  developer: {
    policy: "AmazonEKSAdminPolicy",
    namespaces: ["apps", "licensify"],
    clusterRules: [...readWorkloads, allow(READ, [""], ["secrets"])],
    namespaceRules: [pods(WRITE), jobs(WRITE), exec, allow([...READ, "create"], ...JOB_REQUESTS)],
  },

  licensinguser: {
    policy: "AmazonEKSAdminPolicy",
    namespaces: ["licensify"],
    clusterRules: [readNamespaces],
    namespaceRules: [pods(READ), jobs(READ), exec],
  },

  dguengineer: {
    policy: "AmazonEKSAdminPolicy",
    namespaces: ["datagovuk"],
    clusterRules: [readNamespaces],
    namespaceRules: [pods(WRITE), jobs(WRITE), exec],
  },

  ithctester: {
    policy: "AmazonEKSViewPolicy",
    clusterRules: [
      ...readWorkloads,
      allow(READ, ["argoproj.io", "external-secrets.io"], ["*"]),
      allow(["get", "list"], ["rbac.authorization.k8s.io"], ["clusterroles"]),
    ],
    namespaceRules: [],
  },

  readonly: {
    policy: "AmazonEKSViewPolicy",
    namespaces: ["apps", "licensify"],
    clusterRules: [...readWorkloads, allow(["list"], [""], ["secrets"])],
    namespaceRules: [allow(READ, ...JOB_REQUESTS)],
  },
} as const satisfies Record<string, AccessLevelConfig>;

export type AccessLevelName = keyof typeof ACCESS_LEVELS;

export const ACCESS_LEVEL_NAMES = Object.keys(ACCESS_LEVELS) as AccessLevelName[];

/** What Terraform's own roles may do. A plan reads Secrets as well: Helm keeps its releases in them. */
export const TERRAFORM_LEVELS = {
  "terraform-plan": {
    policy: "AmazonEKSAdminViewPolicy",
    clusterRules: [everything(READ)],
    namespaceRules: [],
  },
  "terraform-apply": ADMINISTRATOR,
} as const satisfies Record<string, AccessLevelConfig>;
