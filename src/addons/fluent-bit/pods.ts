import { PRIORITY_CLASS } from "../../constructs/availability";
import type { HelmValues } from "../../constructs/helm-values";
import { STATE } from "./config";

const RESTRICTED: HelmValues = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
};

const SECCOMP: HelmValues = { seccompProfile: { type: "RuntimeDefault" } };

const hostPath = (name: string, path: string, type: string) => ({ name, hostPath: { path, type } });

/** A pod on every node, which reads the node's own files. */
export const onEveryNode: HelmValues = {
  kind: "DaemonSet",
  podSecurityContext: SECCOMP,
  // The logs of containers belong to root, and only root may read them.
  securityContext: { ...RESTRICTED, runAsUser: 0, capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] } },
  priorityClassName: "system-node-critical",
  tolerations: [{ operator: "Exists" }],
  updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
  daemonSetVolumes: [
    hostPath("varlog", "/var/log", "Directory"),
    hostPath("etcmachineid", "/etc/machine-id", "File"),
    hostPath("state", "/var/lib/fluent-bit", "DirectoryOrCreate"),
  ],
  daemonSetVolumeMounts: [
    { name: "varlog", mountPath: "/var/log", readOnly: true },
    { name: "etcmachineid", mountPath: "/etc/machine-id", readOnly: true },
    { name: "state", mountPath: STATE },
  ],
};

/** Any that is not root. */
const USER = 65_532;

/** One pod, which asks Kubernetes. */
export const onceInTheCluster: HelmValues = {
  kind: "Deployment",
  podSecurityContext: { ...SECCOMP, fsGroup: USER },
  securityContext: {
    ...RESTRICTED,
    runAsNonRoot: true,
    runAsUser: USER,
    runAsGroup: USER,
    capabilities: { drop: ["ALL"] },
  },
  replicaCount: 1,
  // Two would send every event twice.
  updateStrategy: { type: "Recreate" },
  priorityClassName: PRIORITY_CLASS,
  rbac: { create: true, eventsAccess: true },
  extraVolumes: [{ name: "state", emptyDir: { sizeLimit: "5Gi" } }],
  extraVolumeMounts: [{ name: "state", mountPath: STATE }],
};
