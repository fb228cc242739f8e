import { allow, exec, jobs, pods, READ, readWorkloads, WRITE } from "./access-levels";
import type { AccessLevelConfig, AccessRule } from "./access-levels-schema";

/** State of workloads and nodes, without what they say or are told: no logs, no ConfigMaps, no Secrets. */
const STATE: readonly AccessRule[] = [
  allow(READ, [""], ["namespaces", "nodes", "pods", "services", "events"]),
  allow(
    READ,
    ["apps", "batch"],
    ["deployments", "replicasets", "statefulsets", "daemonsets", "jobs", "cronjobs"],
  ),
  allow(READ, ["networking.k8s.io"], ["ingresses"]),
  allow(["get", "list"], ["metrics.k8s.io"], ["nodes", "pods"]),
];

/** Kinds by which a cluster is understood: limits, volumes, policies of networks, pools of nodes, certificates, copies of secrets, backups and kinds themselves. */
const WHOLE_CLUSTER: readonly AccessRule[] = [
  allow(
    READ,
    [""],
    ["limitranges", "persistentvolumeclaims", "persistentvolumes", "resourcequotas", "serviceaccounts"],
  ),
  allow(READ, ["autoscaling", "policy"], ["horizontalpodautoscalers", "poddisruptionbudgets"]),
  allow(
    READ,
    ["networking.k8s.io", "storage.k8s.io"],
    ["networkpolicies", "storageclasses", "volumeattachments"],
  ),
  allow(READ, ["karpenter.sh", "karpenter.k8s.aws"], ["nodepools", "nodeclaims", "ec2nodeclasses"]),
  allow(
    READ,
    ["cert-manager.io", "acme.cert-manager.io"],
    ["certificates", "certificaterequests", "clusterissuers", "orders", "challenges"],
  ),
  allow(READ, ["external-secrets.io"], ["externalsecrets", "clustersecretstores"]),
  allow(READ, ["velero.io"], ["backups", "backupstoragelocations", "restores", "schedules"]),
  allow(READ, ["apiextensions.k8s.io"], ["customresourcedefinitions"]),
];

/** Repairs that run nothing new: pods that are made anew, more or fewer of them, Jobs that end. */
const REPAIRS: readonly AccessRule[] = [
  allow(["delete"], [""], ["pods"]),
  allow(["create"], [""], ["pods/eviction"]),
  allow(["get", "update", "patch"], ["apps"], ["deployments/scale", "statefulsets/scale"]),
  allow(["delete"], ["batch"], ["jobs"]),
];

/** Level that sees how workloads are, and nothing that may be confidential. */
export const OBSERVER: AccessLevelConfig = { clusterRules: [...STATE], namespaceRules: [] };

/** Level that sees everything but Secrets. */
export const READER: AccessLevelConfig = {
  clusterRules: [...STATE, ...readWorkloads, ...WHOLE_CLUSTER],
  namespaceRules: [],
};

/** Level that repairs: it restarts and scales what is there, and starts nothing of its own. */
export const OPERATOR: AccessLevelConfig = {
  clusterRules: [...READER.clusterRules, ...REPAIRS],
  namespaceRules: [],
};

/**
 * Level that repairs everywhere, and works in some namespaces: it runs pods, opens a shell in them, and changes how they
 * are reached. Secrets come from where the organisation keeps them.
 */
export const powerUser = (namespaces: readonly string[]): AccessLevelConfig => ({
  namespaces,
  clusterRules: OPERATOR.clusterRules,
  namespaceRules: [
    pods(WRITE),
    jobs(WRITE),
    exec,
    allow(WRITE, [""], ["configmaps", "services"]),
    allow(WRITE, ["networking.k8s.io"], ["ingresses"]),
    allow(WRITE, ["autoscaling", "policy"], ["horizontalpodautoscalers", "poddisruptionbudgets"]),
  ],
});
