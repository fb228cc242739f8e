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
];
