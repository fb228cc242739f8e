import type { Manifest } from "../../constructs/manifests";

/** Service account of the controller. */
export const VELERO_ACCOUNT = "velero";

/** ClusterRole by which it reads what it copies, and keeps its own objects. */
const READER = "velero-reader";

const API = "rbac.authorization.k8s.io";

/**
 * Rights to copy a cluster and, while a restore goes on, those of an administrator by a binding of their own: no binding
 * changes its role. Backups leave Secrets out, though its rights to read cannot: rights are by name, and kinds of
 * applications are not known here. The chart's own rights would be all in its namespace, which others share.
 */
export const rightsOf = (namespace: string, restoring: boolean): Manifest[] => [
  {
    apiVersion: `${API}/v1`,
    kind: "ClusterRole",
    metadata: { name: READER },
    rules: [
      { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list", "watch"] },
      { apiGroups: ["velero.io"], resources: ["*"], verbs: ["*"] },
    ],
  },
  {
    apiVersion: `${API}/v1`,
    kind: "Role",
    metadata: { name: READER, namespace },
    // At its start, it makes a Secret with a key for copies of files, which it makes none of here.
    rules: [
      { apiGroups: [""], resources: ["secrets"], verbs: ["create"] },
      { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
    ],
  },
  {
    apiVersion: `${API}/v1`,
    kind: "RoleBinding",
    metadata: { name: READER, namespace },
    roleRef: { apiGroup: API, kind: "Role", name: READER },
    subjects: [subject(namespace)],
  },
  binding(READER, READER, namespace),
  ...(restoring ? [binding("velero-restoring", "cluster-admin", namespace)] : []),
];

const binding = (name: string, role: string, namespace: string): Manifest => ({
  apiVersion: `${API}/v1`,
  kind: "ClusterRoleBinding",
  metadata: { name },
  roleRef: { apiGroup: API, kind: "ClusterRole", name: role },
  subjects: [subject(namespace)],
});

const subject = (namespace: string) => ({ kind: "ServiceAccount", name: VELERO_ACCOUNT, namespace });
