import type { HelmValues } from "./helm-values";

/** Rights of a container that gets none but its user's, and writes nowhere but into its volumes. */
export const WITHOUT_PRIVILEGES: HelmValues = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  readOnlyRootFilesystem: true,
  seccompProfile: { type: "RuntimeDefault" },
};

/**
 * Rights of a container that the Pod Security Standard "restricted" admits.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const RESTRICTED_CONTAINER: HelmValues = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/** Rights of a container that also writes nowhere but into its volumes. */
export const READ_ONLY_CONTAINER: HelmValues = { ...WITHOUT_PRIVILEGES, runAsNonRoot: true };
