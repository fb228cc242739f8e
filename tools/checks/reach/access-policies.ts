import type { Rule } from "./inventory";

const READ = ["get", "list", "watch"];
const CHANGE = ["create", "delete", "deletecollection", "patch", "update"];

const rule = (verbs: readonly string[], group: string, ...resources: readonly string[]): Rule => ({
  verbs,
  apiGroups: [group],
  resources,
});

const APPS = ["daemonsets", "deployments", "replicasets", "statefulsets"];
const SCALED = [
  "deployments/rollback",
  "deployments/scale",
  "replicasets/scale",
  "statefulsets/scale",
  "replicationcontrollers/scale",
];
const STREAMS = ["pods/attach", "pods/exec", "pods/portforward", "pods/proxy"];

const VIEW: readonly Rule[] = [
  rule(READ, "apps", "controllerrevisions", ...APPS, ...SCALED.slice(1, 4)),
  rule(READ, "autoscaling", "horizontalpodautoscalers"),
  rule(READ, "batch", "cronjobs", "jobs"),
  rule(READ, "discovery.k8s.io", "endpointslices"),
  rule(READ, "networking.k8s.io", "ingresses", "networkpolicies"),
  rule(READ, "policy", "poddisruptionbudgets"),
  rule(READ, "", "configmaps", "endpoints", "persistentvolumeclaims", "pods", "pods/log", "pods/status"),
  rule(READ, "", "replicationcontrollers", "serviceaccounts", "services", "bindings", "events"),
  rule(READ, "", "limitranges", "resourcequotas", "namespaces", "namespaces/status"),
];

const EDIT: readonly Rule[] = [
  ...VIEW,
  rule(CHANGE, "apps", ...APPS, ...SCALED.slice(0, 4)),
  rule(CHANGE, "autoscaling", "horizontalpodautoscalers"),
  rule(CHANGE, "batch", "cronjobs", "jobs"),
  rule(CHANGE, "networking.k8s.io", "ingresses", "networkpolicies"),
  rule(CHANGE, "policy", "poddisruptionbudgets"),
  rule([...READ, ...CHANGE], "", ...STREAMS, "secrets", "services/proxy"),
  rule(CHANGE, "", "pods", "configmaps", "events", "persistentvolumeclaims", "serviceaccounts", "services"),
  rule(CHANGE, "", "replicationcontrollers", "replicationcontrollers/scale"),
  rule(["impersonate"], "", "serviceaccounts"),
];

const everything = (verbs: readonly string[]): Rule => rule(verbs, "*", "*");

/**
 * Rules of EKS' access policies by name, without the group `extensions`, which Kubernetes no longer serves.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
const POLICIES: Readonly<Record<string, readonly Rule[]>> = {
  AmazonEKSClusterAdminPolicy: [everything(["*"])],
  AmazonEKSAdminViewPolicy: [everything(READ)],
  AmazonEKSAdminPolicy: [
    ...EDIT,
    rule([...READ, ...CHANGE], "rbac.authorization.k8s.io", "rolebindings", "roles"),
    rule(["create"], "authorization.k8s.io", "localsubjectaccessreviews"),
  ],
  AmazonEKSEditPolicy: EDIT,
  AmazonEKSViewPolicy: VIEW,
  AmazonEKSSecretReaderPolicy: [rule(READ, "", "secrets")],
};

/** True if the rules of a policy are known. */
export const isKnownPolicy = (policy: string): boolean => Object.hasOwn(POLICIES, policy);

/** Rules of an access policy. One that is not known may do everything. */
export const rulesOfPolicy = (policy: string): readonly Rule[] => POLICIES[policy] ?? [everything(["*"])];
