import { type AlertRule, PLATFORM } from "./alert-rule";

const by = (kind: string, metric: string) => `max by (namespace, ${kind}) (${metric}{${PLATFORM}})`;

const AVAILABLE = by("deployment", "kube_deployment_status_replicas_available");
const WANTED = by("deployment", "kube_deployment_spec_replicas");
const RUNNING = by("daemonset", "kube_daemonset_status_number_available");
const DESIRED = by("daemonset", "kube_daemonset_status_desired_number_scheduled");
const READY = by("statefulset", "kube_statefulset_status_replicas_ready");
const REPLICAS = by("statefulset", "kube_statefulset_replicas");

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
  },
  {
    name: "AddonMissingOnNodes",
    summary: "A platform add-on that must run on every node is missing on some.",
    description:
      "DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} has no available pod on this many nodes: {{ $value }}.",
    impact: "Applications on those nodes may lose networking, volumes, metrics or logs.",
    firstLook: "List first the add-on's pods with their nodes and find the nodes without one.",
    levels: { warning: { expr: `${DESIRED} - ${RUNNING} > 0`, for: "30m" } },
  },
  {
    name: "StatefulAddonUnavailable",
    summary: "A platform add-on that stores data has fewer ready replicas than it should.",
    description:
      "StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} has {{ $value }} ready replicas, fewer than it asks for.",
    impact: "Users notice nothing while another replica works; alerts or metrics stop with the last one.",
    firstLook: "Describe first the pod that is not ready: it often waits for its volume.",
    levels: { warning: { expr: `${READY} < ${REPLICAS}`, for: "15m" } },
  },
];
