import type { AccessLevelConfig, AccessRule } from "./access-levels-schema";

/** Verbs that only look. */
export const READ = ["get", "list", "watch"];

/** Verbs that look at objects and change them. */
export const WRITE = [...READ, "create", "update", "patch", "delete"];

/** Allowance of verbs on resources of API groups. */
export const allow = (
  verbs: readonly string[],
  apiGroups: readonly string[],
  resources: readonly string[],
): AccessRule => ({ apiGroups, resources, verbs });

const everything = (verbs: readonly string[]) => allow(verbs, ["*"], ["*"]);

/** Allowance of verbs on pods and the workloads that make them. */
export const pods = (verbs: readonly string[]) =>
  allow(verbs, ["", "apps"], ["pods", "pods/log", "deployments", "replicasets", "statefulsets"]);

/** Allowance of verbs on Jobs and CronJobs. */
export const jobs = (verbs: readonly string[]) => allow(verbs, ["batch"], ["jobs", "cronjobs"]);

/** Runs commands in containers. */
export const exec = allow(["create"], [""], ["pods/exec"]);

/** Lists namespaces. */
export const readNamespaces = allow(READ, [""], ["namespaces"]);

/** Reads workloads and how they are reached. Each level says for itself what it may see of Secrets. */
export const readWorkloads = [
  allow(READ, [""], ["namespaces", "pods", "pods/log", "services", "configmaps", "endpoints", "events"]),
  allow(READ, ["apps", "batch"], ["deployments", "replicasets", "statefulsets", "jobs", "cronjobs"]),
  allow(READ, ["networking.k8s.io"], ["ingresses"]),
];

/** Level that may do everything. */
export const ADMINISTRATOR: AccessLevelConfig = {
  policy: "AmazonEKSClusterAdminPolicy",
  clusterRules: [everything(["*"])],
  namespaceRules: [],
};

/**
 * Access of Terraform's own roles. A plan reads the kinds of objects that stacks make, one by one, and no Secrets: pull
 * requests are planned before anybody has reviewed them.
 */
export const TERRAFORM_LEVELS = {
  "terraform-plan": {
    clusterRules: [
      allow(["get"], [""], ["namespaces", "limitranges", "resourcequotas", "serviceaccounts"]),
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
};
