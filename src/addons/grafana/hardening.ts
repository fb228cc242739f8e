import type { HelmValues } from "../../constructs/helm-values";

/** What the container of Grafana, and that of its sidecar, may do. */
export const RESTRICTED: HelmValues = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/** What Grafana's pod may do: write to its volumes, and be nobody's administrator. */
export const HARDENING: HelmValues = {
  containerSecurityContext: RESTRICTED,
  // Plugins talk to Grafana through sockets in /tmp.
  extraEmptyDirMounts: [{ name: "tmp", mountPath: "/tmp" }],
  // The volume's group is set by Kubernetes; the chart would have root change its owner.
  initChownData: { enabled: false },
  // No administrator with a password is made at the first start, so that there is none to steal.
  env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" },
};
