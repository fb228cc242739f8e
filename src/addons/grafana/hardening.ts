import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";

/** Rights of Grafana's container and its sidecar. */
export const RESTRICTED: HelmValues = { privileged: false, ...READ_ONLY_CONTAINER };

/** Rights of Grafana's pod: it writes to its volumes only, without root. */
export const HARDENING: HelmValues = {
  containerSecurityContext: RESTRICTED,
  // Plugins talk to Grafana through sockets in /tmp.
  extraEmptyDirMounts: [{ name: "tmp", mountPath: "/tmp" }],
  // The volume's group is set by Kubernetes; the chart would have root change its owner.
  initChownData: { enabled: false },
  // No administrator with a password is made at the first start, so that there is none to steal.
  env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" },
};
