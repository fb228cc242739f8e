import type { HelmValue } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";

const API = "rbac.authorization.k8s.io";

/** Service account as the subject of a binding. */
export const account = (name: string, namespace: string) => ({ kind: "ServiceAccount", name, namespace });
/** Role of a namespace, or of the cluster where it names none. */
export const role = (
  kind: "Role" | "ClusterRole",
  name: string,
  namespace: string | undefined,
  rules: readonly HelmValue[],
): Manifest => ({
  apiVersion: `${API}/v1`,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  rules,
});

/** Binding of a role to subjects. */
export const binding = (
  kind: "RoleBinding" | "ClusterRoleBinding",
  name: string,
  to: { readonly kind: string; readonly name: string },
  subjects: readonly HelmValue[],
  namespace?: string,
): Manifest => ({
  apiVersion: `${API}/v1`,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  roleRef: { apiGroup: API, ...to },
  subjects,
});
