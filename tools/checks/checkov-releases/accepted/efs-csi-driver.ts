import type { AcceptedFinding } from "./accepted-finding";

const NODE = "aws-efs-csi-driver: DaemonSet/efs-csi-node";
const CONTROLLER = "aws-efs-csi-driver: Deployment/efs-csi-controller";

/** Rights of the driver of EFS on its nodes, where it mounts for pods, and of its controller. */
export const EFS_CSI_DRIVER: readonly AcceptedFinding[] = [
  {
    check: "CKV_K8S_16",
    on: [NODE],
    reason: "It mounts file systems of its node for pods.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_19",
    on: [NODE],
    reason:
      "The node's mounts go through its proxy; in a network of its own they would hang once it restarts.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_20",
    on: [NODE],
    reason: "A privileged container, which mounts volumes, cannot be without.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_22",
    on: [NODE, CONTROLLER],
    reason: "At its start it writes the settings of its tools for mounting.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_23",
    on: [NODE, CONTROLLER],
    reason: "Sockets of the kubelet and of the plugin, and the folders of its settings, belong to root.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_28",
    on: [NODE],
    reason: "A privileged container has every capability.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_31",
    on: [NODE],
    reason: "A privileged container runs without a profile.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_37",
    on: [NODE],
    reason: "A privileged container has every capability.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_40",
    on: [NODE, CONTROLLER],
    reason: "Root, to whom its sockets and settings belong; the controller mounts no file of its node.",
    until: "2027-05-31",
  },
];
