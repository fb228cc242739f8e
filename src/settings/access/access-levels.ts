import type { NamespaceName } from "../namespaces/namespaces";
import type { Organisation } from "../organisation/organisation";

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
type AccessPolicy = "AmazonEKSClusterAdminPolicy" | "AmazonEKSAdminPolicy" | "AmazonEKSViewPolicy";

/** What the members of a level may do. */
export interface AccessLevelConfig {
  /** @default - none: where EKS decides by access entries, the rules below say all that the level may do */
  readonly policy?: AccessPolicy;

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

/** Objects that developers make to have a job run for them; `false` where there are none. */
type JobRequests = Organisation["defaults"]["jobRequests"];

const requestJobs = (verbs: readonly string[], requests: JobRequests): AccessRule[] =>
  requests === false ? [] : [allow(verbs, [requests.apiGroup], requests.resources)];

/** Levels by name, which is their Kubernetes group too. */
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

/**
 * Access of Terraform's own roles. A plan reads the kinds of objects that stacks make, one by one, and no Secrets: pull
 * requests are planned before anybody has reviewed them.
 */
export const TERRAFORM_LEVELS = {
  "terraform-plan": {
    clusterRules: [
      allow(["get"], [""], ["namespaces", "limitranges", "resourcequotas"]),
      // `aws-auth`, by which roles sign in where EKS does not decide by access entries.
      allow(["get"], [""], ["configmaps"]),
      allow(["get"], ["networking.k8s.io"], ["networkpolicies"]),
      allow(
        ["get"],
        ["rbac.authorization.k8s.io"],
        ["clusterroles", "clusterrolebindings", "roles", "rolebindings"],
      ),
      allow(["get"], ["storage.k8s.io"], ["storageclasses"]),
    ],
    namespaceRules: [],
  },
  "terraform-apply": ADMINISTRATOR,
} as const satisfies Record<string, AccessLevelConfig>;
