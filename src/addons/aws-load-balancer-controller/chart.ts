import type { AddonChart } from "../../settings/addon-definition/chart";
import { account, OWN_LIST } from "../../settings/addon-definition/held-values";
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
  holds: {
    "serviceAccount > name": account("aws-load-balancer-controller"),
    clusterName: "the controller finds subnets and its own load balancers by the cluster's name",
    region: "load balancers stand in the cluster's own VPC",
    vpcId: "load balancers stand in the cluster's own VPC",
    watchNamespace: "Ingresses of the platform and of applications are in several namespaces",
    ingressClass: "the Ingresses of every add-on and of applications name its class",
    createIngressClassResource: {
      is: [true],
      because: "the Ingresses of every add-on and of applications name its class",
    },
    "ingressClassConfig > default": { is: [true], because: "Ingresses of applications name no class" },
    "ingressClassParams > create": {
      is: [true],
      because: "it sends the load balancers' logs to their bucket",
    },
    "ingressClassParams > name": "the class of the Ingresses names it",
    "ingressClassParams > spec > loadBalancerAttributes": OWN_LIST,
    webhookBindPort: "network policies let the API server call no other port",
    enableCertManager: { is: [false], because: "its webhooks keep the certificate that the chart made" },
  },
};
