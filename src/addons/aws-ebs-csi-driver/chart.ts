import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://kubernetes-sigs.github.io/aws-ebs-csi-driver",
  name: "aws-ebs-csi-driver",
  version: "2.64.0",
  kubernetes: { oldest: "1.17", newest: "1.36" },
  source: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/hack/e2e/config.sh",
  known,
  holds: {
    "controller > serviceAccount > name": account("ebs-csi-controller-sa"),
    "controller > region": "volumes are in the cluster's own region",
    "controller > k8sTagClusterId": "volumes are found by the cluster's name",
    "controller > enableMetrics": {
      is: [true],
      because: "the platform's alerts watch volumes by its metrics",
    },
    "node > enableMetrics": { is: [true], because: "the platform's alerts watch volumes by its metrics" },
    "defaultStorageClass > enabled": { is: [false], because: "the platform has a default storage class" },
  },
};
