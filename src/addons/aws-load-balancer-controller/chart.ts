import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://aws.github.io/eks-charts",
  name: "aws-load-balancer-controller",
  version: "3.5.0",
  kubernetes: { oldest: "1.22" },
  source: "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/",
  known,
};
