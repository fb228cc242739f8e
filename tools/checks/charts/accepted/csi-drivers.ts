import type { Accepted } from "./accepted-finding";

/** Drivers of volumes, which work on the files of their nodes. */
export const CSI_DRIVERS: readonly Accepted[] = [
  {
    release: "aws-ebs-csi-driver",
    finding: /^DaemonSet ebs-csi-node: container ebs-plugin: expected privileged: false/,
    because: "it formats devices of its node, and mounts them for pods",
  },
  {
    release: "aws-ebs-csi-driver",
    finding:
      /^DaemonSet ebs-csi-node: container (node-driver-registrar|liveness-probe): expected runAsNonRoot: true, got/,
    because: "the sockets of the kubelet belong to root; neither has a capability",
  },
  {
    release: "aws-ebs-csi-driver",
    finding: /^DaemonSet ebs-csi-node: expected no file of its node, got hostPath \/(dev|var\/lib\/kubelet)/,
    because: "the kubelet talks with it through these, and finds volumes there",
  },
  {
    release: "aws-ebs-csi-driver",
    finding: /^Deployment ebs-csi-controller: container csi-\w+ has no livenessProbe, readinessProbe/,
    because: "the driver's plugin is probed; each of these ends where it loses the plugin or its lease",
  },
  {
    release: "aws-ebs-csi-driver",
    finding: /: container liveness-probe has no livenessProbe, readinessProbe/,
    because: "it is the plugin's probe: where it hangs, the plugin is restarted",
  },
  {
    release: "aws-ebs-csi-driver",
    finding: /^DaemonSet ebs-csi-node: container node-driver-registrar has no readinessProbe/,
    because: "nothing sends it requests",
  },
  {
    release: "aws-efs-csi-driver",
    finding: /^DaemonSet efs-csi-node: container efs-plugin: expected privileged: false/,
    because: "it mounts file systems of its node for pods",
  },
  {
    release: "aws-efs-csi-driver",
    finding:
      /^DaemonSet efs-csi-node: container (csi-driver-registrar|liveness-probe): expected runAsNonRoot: true, got/,
    because: "the sockets of the kubelet belong to root; neither has a capability",
  },
  {
    release: "aws-efs-csi-driver",
    finding:
      /^Deployment efs-csi-controller: container efs-plugin: expected runAsNonRoot: true, readOnlyRootFilesystem: true, got/,
    because: "at its start it writes into folders of root; it has no capability, and no file of its node",
  },
  {
    release: "aws-efs-csi-driver",
    finding:
      /^Deployment efs-csi-controller: container (csi-provisioner|liveness-probe): expected runAsNonRoot: true, got/,
    because: "the plugin's socket belongs to root; neither has a capability",
  },
  {
    // @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1270
    release: "aws-efs-csi-driver",
    finding: /^DaemonSet efs-csi-node: expected no hostNetwork of its node/,
    because:
      "the node's mounts go through its proxy; in a network of its own they would hang once it restarts",
  },
  {
    release: "aws-efs-csi-driver",
    finding:
      /^DaemonSet efs-csi-node: expected no file of its node, got hostPath \/var\/lib\/kubelet(\/plugins\/efs\.csi\.aws\.com\/|\/plugins_registry\/)?( |$)/,
    because: "the kubelet talks with it through these, and finds volumes there",
  },
  {
    release: "aws-efs-csi-driver",
    finding:
      /^DaemonSet efs-csi-node: expected no file of its node, got hostPath \/(var\/run\/efs|(var|etc)\/amazon\/efs)( |$)/,
    because: "it finds its mounts there when it starts again",
  },
  {
    release: "aws-efs-csi-driver",
    finding: /^Deployment efs-csi-controller: container csi-provisioner has no livenessProbe, readinessProbe/,
    because: "the driver's plugin is probed; it ends where it loses the plugin or its lease",
  },
  {
    release: "aws-efs-csi-driver",
    finding: /: container liveness-probe has no livenessProbe, readinessProbe/,
    because: "it is the plugin's probe: where it hangs, the plugin is restarted",
  },
  {
    release: "aws-efs-csi-driver",
    finding: /^DaemonSet efs-csi-node: container csi-driver-registrar has no livenessProbe, readinessProbe/,
    because:
      "it registers the plugin with the kubelet, nothing sends it requests, and its chart knows no probes for it",
  },
];
