import type { Accepted } from "./accepted-finding";

/** Findings about pods of EKS's own add-ons, which no chart of ours makes. Policies have the labels that upstream gives them. */
export const DRIVERS_OF_EKS: readonly Accepted[] = [
  {
    release: "roles",
    finding:
      /^role (?:ebs|efs)-csi-\S+-freight trusts kube-system\/(?:ebs|efs)-csi-\S+, which no release makes$/,
    because: "EKS installs both drivers of this cluster",
  },
  {
    release: "network policies",
    finding: /^NetworkPolicy (?:(?:ebs|efs)-csi-\S+|snapshot-controller): expected pods with its labels/,
    because: "EKS installs the drivers and the controller of snapshots",
  },
];
