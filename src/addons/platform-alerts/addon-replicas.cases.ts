import type { AlertCases } from "./alert-case.cases";

const deployment = (metric: string, name: string, namespace = "cluster-services") =>
  `${metric}{namespace="${namespace}",deployment="${name}"}`;

/** Evidence for rules about the replicas of platform add-ons. */
export const ADDON_REPLICAS_CASES: AlertCases = {
  AddonUnavailable: [
    {
      when: "one of three replicas is missing",
      series: {
        [deployment("kube_deployment_status_replicas_available", "dex")]: "2x30",
        [deployment("kube_deployment_spec_replicas", "dex")]: "3x30",
      },
      at: "20m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { namespace: "cluster-services", deployment: "dex" },
          description: "Deployment cluster-services/dex has 2 available replicas, fewer than it asks for.",
        },
      ],
    },
    {
      when: "the only replica is missing",
      series: {
        [deployment("kube_deployment_status_replicas_available", "dex")]: "0x30",
        [deployment("kube_deployment_spec_replicas", "dex")]: "1x30",
      },
      at: "10m",
      alerts: [
        {
          severity: "page",
          since: "5m",
          labels: { namespace: "cluster-services", deployment: "dex" },
          description: "Deployment cluster-services/dex has 0 available replicas, fewer than it asks for.",
        },
      ],
    },
    {
      when: "nobody wants any, or it is an application",
      series: {
        [deployment("kube_deployment_status_replicas_available", "dex")]: "0x30",
        [deployment("kube_deployment_spec_replicas", "dex")]: "0x30",
        [deployment("kube_deployment_status_replicas_available", "frontend", "apps")]: "0x30",
        [deployment("kube_deployment_spec_replicas", "frontend", "apps")]: "3x30",
      },
      at: "20m",
      alerts: [],
    },
  ],
  AddonMissingOnNodes: [
    {
      when: "one node has none",
      series: {
        'kube_daemonset_status_desired_number_scheduled{namespace="kube-system",daemonset="aws-node"}':
          "5x60",
        'kube_daemonset_status_number_available{namespace="kube-system",daemonset="aws-node"}': "4x60",
      },
      at: "40m",
      alerts: [
        {
          severity: "warning",
          since: "30m",
          labels: { namespace: "kube-system", daemonset: "aws-node" },
          description: "DaemonSet kube-system/aws-node has no available pod on this many nodes: 1.",
        },
      ],
    },
    {
      when: "a new node has none for ten minutes",
      series: {
        'kube_daemonset_status_desired_number_scheduled{namespace="kube-system",daemonset="aws-node"}':
          "4x10 5x50",
        'kube_daemonset_status_number_available{namespace="kube-system",daemonset="aws-node"}': "4x20 5x40",
      },
      at: "40m",
      alerts: [],
    },
  ],
  StatefulAddonUnavailable: [
    {
      when: "one of two is not ready",
      series: {
        'kube_statefulset_status_replicas_ready{namespace="monitoring",statefulset="prometheus"}': "1x30",
        'kube_statefulset_replicas{namespace="monitoring",statefulset="prometheus"}': "2x30",
      },
      at: "20m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { namespace: "monitoring", statefulset: "prometheus" },
          description: "StatefulSet monitoring/prometheus has 1 ready replicas, fewer than it asks for.",
        },
      ],
    },
    {
      when: "both are ready",
      series: {
        'kube_statefulset_status_replicas_ready{namespace="monitoring",statefulset="prometheus"}': "2x30",
        'kube_statefulset_replicas{namespace="monitoring",statefulset="prometheus"}': "2x30",
      },
      at: "20m",
      alerts: [],
    },
  ],
};
