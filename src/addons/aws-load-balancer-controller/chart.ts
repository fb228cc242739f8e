import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://aws.github.io/eks-charts",
  name: "aws-load-balancer-controller",
  version: "3.5.0",
  kubernetes: { oldest: "1.22" },
  source: "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/",
  crds: {
    names: [
      "albtargetcontrolconfigs.elbv2.k8s.aws",
      "globalaccelerators.aga.k8s.aws",
      "ingressclassparams.elbv2.k8s.aws",
      "listenerruleconfigurations.gateway.k8s.aws",
      "loadbalancerconfigurations.gateway.k8s.aws",
      "targetgroupbindings.elbv2.k8s.aws",
      "targetgroupconfigurations.gateway.k8s.aws",
    ],
    digest: "08a7979cf45cf6cf",
  },
  known,
};
