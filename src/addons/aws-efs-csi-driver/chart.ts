import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
  name: "aws-efs-csi-driver",
  version: "4.4.1",
  kubernetes: { oldest: "1.17" },
  source: "https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/compatibility.md",
  known,
  holds: {
    "controller > serviceAccount > name": account("efs-csi-controller-sa"),
    "node > serviceAccount > name": account("efs-csi-node-sa"),
    "controller > tags": "its permissions are for volumes with the cluster's tags",
    "controller > deleteAccessPointRootDir": {
      is: [false],
      because: "the controller may mount nothing, and what applications wrote stays",
    },
    "controller > enableMetrics": {
      is: [true],
      because: "the platform's alerts watch volumes by its metrics",
    },
    storageClasses: "its class names the file system that the platform made",
  },
  // Its pods mount for others, with the addresses of their nodes.
  free: ["node"],
};
