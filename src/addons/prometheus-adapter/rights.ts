import type { Manifest } from "../../constructs/manifests";

const API = "rbac.authorization.k8s.io";

/** Service account of the adapter, as its chart names it. */
const ACCOUNT = "prometheus-adapter";

/**
 * Rights of an extension of the API server: it asks who calls and what the caller may do, and the autoscaler reads its metrics.
 * The chart's own rights would add every ConfigMap, Pod and Service of the cluster, which metrics of other kinds need.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/setup-extension-api-server/
 */
export const rightsOf = (namespace: string, metrics: readonly string[]): Manifest[] => {
  const account = { kind: "ServiceAccount", name: ACCOUNT, namespace };
  const readers = `${ACCOUNT}-external-metrics`;
  return [
    binding("ClusterRoleBinding", { name: `${ACCOUNT}-system-auth-delegator` }, account, {
      kind: "ClusterRole",
      name: "system:auth-delegator",
    }),
    binding("RoleBinding", { name: `${ACCOUNT}-auth-reader`, namespace: "kube-system" }, account, {
      kind: "Role",
      name: "extension-apiserver-authentication-reader",
    }),
    {
      apiVersion: `${API}/v1`,
      kind: "ClusterRole",
      metadata: { name: readers },
      rules: [
        { apiGroups: ["external.metrics.k8s.io"], resources: [...metrics], verbs: ["get", "list", "watch"] },
      ],
    },
    binding(
      "ClusterRoleBinding",
      { name: readers },
      { kind: "ServiceAccount", name: "horizontal-pod-autoscaler", namespace: "kube-system" },
      { kind: "ClusterRole", name: readers },
    ),
  ];
};

const binding = (
  kind: string,
  metadata: Manifest["metadata"],
  subject: { readonly kind: string; readonly name: string; readonly namespace: string },
  role: { readonly kind: string; readonly name: string },
): Manifest => ({
  apiVersion: `${API}/v1`,
  kind,
  metadata,
  roleRef: { apiGroup: API, ...role },
  subjects: [subject],
});
