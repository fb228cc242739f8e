import type { NamespaceName } from "../namespaces/namespaces";
import type { Organisation } from "../organisation/organisation";

/** One permission, as a Kubernetes Role lists it. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * EKS access policy of a level, for clusters with access entries.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
type AccessPolicy =
  "AmazonEKSClusterAdminPolicy" | "AmazonEKSAdminPolicy" | "AmazonEKSAdminViewPolicy" | "AmazonEKSViewPolicy";

/** Permissions of the members of a level. */
export interface AccessLevelConfig {
  readonly policy: AccessPolicy;

  /**
   * Namespaces in which `policy` holds and `namespaceRules` apply.
   *
   * @default - the policy holds in the whole cluster
   */
  readonly namespaces?: readonly NamespaceName[];

  /** Rules for every namespace and for objects without one. */
  readonly clusterRules: readonly AccessRule[];

  /** Rules for each of `namespaces`. */
  readonly namespaceRules: readonly AccessRule[];
}

const READ = ["get", "list", "watch"];
const WRITE = [...READ, "create", "update", "patch", "delete"];

const allow = (verbs: readonly string[], apiGroups: readonly string[], resources: readonly string[]) => ({
  apiGroups,
  resources,
  verbs,
});

const everything = (verbs: readonly string[]) => allow(verbs, ["*"], ["*"]);
const pods = (verbs: readonly string[]) =>
  allow(verbs, ["", "apps"], ["pods", "pods/log", "deployments", "replicasets", "statefulsets"]);
const jobs = (verbs: readonly string[]) => allow(verbs, ["batch"], ["jobs", "cronjobs"]);
const exec = allow(["create"], [""], ["pods/exec"]);
const readNamespaces = allow(READ, [""], ["namespaces"]);

/** Workloads and their networking. Each level decides about Secrets itself. */
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

/** Objects that developers create to have a job run for them; `false` for none. */
type JobRequests = Organisation["defaults"]["jobRequests"];

const requestJobs = (verbs: readonly string[], requests: JobRequests): AccessRule[] =>
  requests === false ? [] : [allow(verbs, [requests.apiGroup], requests.resources)];

/** Levels by name, which is also their Kubernetes group. */
export const accessLevels = (requests: JobRequests) =>
  ({
    fulladmin: ADMINISTRATOR,
    platformengineer: ADMINISTRATOR,
    tempadmin: ADMINISTRATOR,

    developer: {
      policy: "AmazonEKSAdminPolicy",
      namespaces: ["apps", "licensify"],
      clusterRules: [...readWorkloads, allow(READ, [""], ["secrets"])],
      namespaceRules: [pods(WRITE), jobs(WRITE), exec, ...requestJobs([...READ, "create"], requests)],
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
      namespaceRules: requestJobs(READ, requests),
    },
  }) as const satisfies Record<string, AccessLevelConfig>;

export type AccessLevelName = keyof ReturnType<typeof accessLevels>;

export const ACCESS_LEVEL_NAMES = Object.keys(accessLevels(false)) as AccessLevelName[];

/** Permissions of Terraform's own roles. A plan reads Secrets as well: Helm keeps its releases in them. */
export const TERRAFORM_LEVELS = {
  "terraform-plan": {
    policy: "AmazonEKSAdminViewPolicy",
    clusterRules: [everything(READ)],
    namespaceRules: [],
  },
  "terraform-apply": ADMINISTRATOR,
} as const satisfies Record<string, AccessLevelConfig>;
