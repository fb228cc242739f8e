import { type AlertRule, PLATFORM } from "./alert-rule";

const by = (kind: string, metric: string) => `max by (namespace, ${kind}) (${metric}{${PLATFORM}})`;

const AVAILABLE = by("deployment", "kube_deployment_status_replicas_available");
const WANTED = by("deployment", "kube_deployment_spec_replicas");
const RUNNING = by("daemonset", "kube_daemonset_status_number_available");
const DESIRED = by("daemonset", "kube_daemonset_status_desired_number_scheduled");
const READY = by("statefulset", "kube_statefulset_status_replicas_ready");
const REPLICAS = by("statefulset", "kube_statefulset_replicas");

const deployment = (metric: string, name: string, namespace = "cluster-services") =>
  `${metric}{namespace="${namespace}",deployment="${name}"}`;

/** What is wrong with how often the platform's own programs run. */
export const ADDON_REPLICA_RULES: readonly AlertRule[] = [
  {
    name: "AddonUnavailable",
    summary: "Some or all replicas of one of the platform's own programs are missing.",
    description:
      "{{ $labels.namespace }}/{{ $labels.deployment }} has {{ $value }} replicas, which is fewer than it should.",
    levels: {
      warning: { expr: `${AVAILABLE} < ${WANTED}`, for: "15m" },
      page: { expr: `${AVAILABLE} == 0 and ${WANTED} > 0`, for: "5m" },
    },
    cases: [
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
            description: "cluster-services/dex has 2 replicas, which is fewer than it should.",
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
            description: "cluster-services/dex has 0 replicas, which is fewer than it should.",
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
  },
  {
    name: "AddonMissingOnNodes",
    summary: "One of the platform's programs that run on every node is missing on some.",
    description: "{{ $labels.namespace }}/{{ $labels.daemonset }} is missing on {{ $value }} nodes.",
    levels: { warning: { expr: `${DESIRED} - ${RUNNING} > 0`, for: "30m" } },
    cases: [
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
            description: "kube-system/aws-node is missing on 1 nodes.",
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
  },
  {
    name: "StatefulAddonUnavailable",
    summary: "Some replicas of a program of the platform that keeps its own data are missing.",
    description:
      "{{ $labels.namespace }}/{{ $labels.statefulset }} has {{ $value }} replicas that are ready.",
    levels: { warning: { expr: `${READY} < ${REPLICAS}`, for: "15m" } },
    cases: [
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
            description: "monitoring/prometheus has 1 replicas that are ready.",
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
  },
];
