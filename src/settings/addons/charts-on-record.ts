import type { ServiceName } from "./addons";
import type { ChartSupport } from "./chart-support";
import { CLUSTER_AUTOSCALER_TAGS } from "../../addons/cluster-autoscaler/image-tags";

const autoscalerMinors = Object.keys(CLUSTER_AUTOSCALER_TAGS);

/**
 * Every chart that the platform installs, and which Kubernetes minors it is for. The oldest is what the chart demands
 * (`kubeVersion` in its `Chart.yaml`) or upstream's documentation; the newest what upstream supports or tests, where it
 * says so. docs/upgrades.md says how an entry is kept.
 */
export const CHART_SUPPORT: Readonly<Partial<Record<ServiceName, ChartSupport>>> = {
  prometheusOperatorCrds: {
    chart: "prometheus-operator-crds",
    version: "31.0.1",
    kubernetes: { oldest: "1.16" },
    source:
      "https://github.com/prometheus-community/helm-charts/blob/main/charts/prometheus-operator-crds/Chart.yaml",
  },
  externalSecrets: {
    chart: "external-secrets",
    version: "2.9.0",
    kubernetes: { oldest: "1.19", newest: "1.36" },
    source: "https://external-secrets.io/latest/introduction/stability-support/",
  },
  externalDns: {
    chart: "external-dns",
    version: "1.21.1",
    kubernetes: { oldest: "1.21" },
    source: "https://github.com/kubernetes-sigs/external-dns#kubernetes-version-compatibility",
  },
  awsLoadBalancerController: {
    chart: "aws-load-balancer-controller",
    version: "3.5.0",
    kubernetes: { oldest: "1.22" },
    source: "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/",
  },
  clusterAutoscaler: {
    chart: "cluster-autoscaler",
    version: "9.59.0",
    // Its image moves with the cluster: these are the minors whose image is known.
    kubernetes: { oldest: autoscalerMinors[0]!, newest: autoscalerMinors.at(-1)! },
    source: "https://github.com/kubernetes/autoscaler/releases",
    record: "src/addons/cluster-autoscaler/image-tags.ts",
  },
  ebsCsiDriver: {
    chart: "aws-ebs-csi-driver",
    version: "2.64.0",
    kubernetes: { oldest: "1.17", newest: "1.36" },
    source: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/hack/e2e/config.sh",
  },
  dex: {
    chart: "dex",
    version: "0.24.0",
    kubernetes: { oldest: "1.14" },
    source: "https://github.com/dexidp/helm-charts/blob/master/charts/dex/Chart.yaml",
  },
  argoCd: {
    chart: "argo-cd",
    version: "10.1.1",
    kubernetes: { oldest: "1.25", newest: "1.35" },
    source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/installation/#tested-versions",
    exception: {
      newest: "1.36",
      reason:
        "Argo CD 3.4 is tested up to 1.35. All that the chart makes passes the schemas of 1.36 in npm run charts. " +
        "Chart 10.9.6 brings 3.5, which is tested on 1.36: with it this goes.",
    },
    others: [
      {
        version: "10.9.6",
        kubernetes: { oldest: "1.33", newest: "1.36" },
        source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/installation/#tested-versions",
      },
    ],
  },
  argoWorkflows: {
    chart: "argo-workflows",
    version: "1.0.18",
    kubernetes: { oldest: "1.31", newest: "1.33" },
    source: "https://argo-workflows.readthedocs.io/en/latest/releases/#tested-versions",
    exception: {
      newest: "1.36",
      reason:
        "Argo Workflows 4.0 is tested on 1.31 and 1.33. All that the chart makes passes the schemas of 1.36 in " +
        "npm run charts. Chart 2.0.2 brings 4.1, which is tested on 1.34 and 1.36; its first two releases let " +
        "nobody sign in, so make sure of 4.1.2.",
    },
    others: [
      {
        version: "2.0.2",
        kubernetes: { oldest: "1.34", newest: "1.36" },
        source: "https://argo-workflows.readthedocs.io/en/latest/releases/#tested-versions",
      },
    ],
  },
  reloader: {
    chart: "reloader",
    version: "2.2.16",
    kubernetes: { oldest: "1.19" },
    source: "https://github.com/stakater/Reloader#compatibility",
  },
  kubePrometheusStack: {
    chart: "kube-prometheus-stack",
    version: "88.5.3",
    kubernetes: { oldest: "1.25", newest: "1.36" },
    source: "https://github.com/prometheus-operator/prometheus-operator/blob/main/.github/env",
  },
  prometheusBlackboxExporter: {
    chart: "prometheus-blackbox-exporter",
    version: "11.17.2",
    kubernetes: { oldest: "1.21" },
    source:
      "https://github.com/prometheus-community/helm-charts/blob/main/charts/prometheus-blackbox-exporter/Chart.yaml",
  },
  fluentBit: {
    chart: "fluent-bit",
    version: "0.58.1",
    kubernetes: {},
    source: "https://github.com/fluent/helm-charts/blob/main/charts/fluent-bit/Chart.yaml",
  },
  grafana: {
    chart: "grafana",
    version: "12.11.1",
    kubernetes: { oldest: "1.25" },
    source: "https://github.com/grafana-community/helm-charts/blob/main/charts/grafana/Chart.yaml",
  },
  tempo: {
    chart: "tempo",
    version: "2.2.4",
    kubernetes: {},
    source: "https://github.com/grafana-community/helm-charts/blob/main/charts/tempo/Chart.yaml",
  },
  oauth2Proxy: {
    chart: "oauth2-proxy",
    version: "10.7.0",
    kubernetes: { oldest: "1.16" },
    source: "https://github.com/oauth2-proxy/manifests/blob/main/helm/oauth2-proxy/Chart.yaml",
  },
  gatekeeper: {
    chart: "gatekeeper",
    version: "3.23.0",
    kubernetes: { oldest: "1.16" },
    source: "https://open-policy-agent.github.io/gatekeeper/website/docs/install/",
  },
  kyverno: {
    chart: "kyverno",
    version: "3.9.0",
    kubernetes: { oldest: "1.25", newest: "1.35" },
    source: "https://kyverno.io/docs/installation/releases/",
    exception: {
      newest: "1.36",
      reason:
        "Kyverno 1.19, the newest on record, is supported up to 1.35. All that the chart makes passes the schemas of " +
        "1.36 in npm run charts.",
    },
  },
};
