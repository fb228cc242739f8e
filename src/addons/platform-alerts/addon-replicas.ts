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

/** Rules about the replicas of platform add-ons. */
export const ADDON_REPLICA_RULES: readonly AlertRule[] = [
  {
    name: "AddonUnavailable",
    summary: "A platform add-on has fewer replicas than it should.",
    description:
      "Deployment {{ $labels.namespace }}/{{ $labels.deployment }} has {{ $value }} available replicas, fewer than it asks for.",
    impact: "With no replica left, the add-on does not work.",
    firstLook: "List the namespace's pods first and describe those that are not ready.",
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
  },
  {
    name: "AddonMissingOnNodes",
    summary: "A platform add-on that must run on every node is missing on some.",
    description:
      "DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} has no available pod on this many nodes: {{ $value }}.",
    impact: "Applications on those nodes may lose networking, volumes, metrics or logs.",
    firstLook: "List first the add-on's pods with their nodes and find the nodes without one.",
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
  },
  {
    name: "StatefulAddonUnavailable",
    summary: "A platform add-on that stores data has fewer ready replicas than it should.",
    description:
      "StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} has {{ $value }} ready replicas, fewer than it asks for.",
    impact: "Users notice nothing while another replica works; alerts or metrics stop with the last one.",
    firstLook: "Describe first the pod that is not ready: it often waits for its volume.",
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
  },
];
