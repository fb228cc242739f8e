import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "oci://public.ecr.aws/karpenter",
  name: "karpenter",
  version: "1.14.1",
  kubernetes: { oldest: "1.30", newest: "1.36" },
  source: "https://karpenter.sh/docs/upgrading/compatibility/",
  crds: {
    names: [
      "capacitybuffers.autoscaling.x-k8s.io",
      "ec2nodeclasses.karpenter.k8s.aws",
      "nodeclaims.karpenter.sh",
      "nodeoverlays.karpenter.sh",
      "nodepools.karpenter.sh",
    ],
    digest: "6049e4c79b5dd7d0",
    upgradedBy: "the release of karpenter-crd, which comes first",
  },
  known,
  holds: {
    "serviceAccount > name": account("karpenter"),
    "settings > clusterName": "nodes and its permissions have the cluster's name in their tags",
    "settings > interruptionQueue": "notices about instances come to the platform's queue",
  },
};
