import type { AlertGroup } from "./alert-rule";

const IDLE = 'time() - max(cluster_autoscaler_last_activity{activity="main"})';

/** Rules about the cluster autoscaler, which adds and removes nodes. */
export const AUTOSCALER: AlertGroup = {
  name: "autoscaler",
  rules: [
    {
      name: "ScaleUpFailing",
      summary: "The cluster autoscaler cannot add nodes.",
      description: "The cluster autoscaler failed to add nodes; reason: {{ $labels.reason }}.",
      impact: "Pods that need a new node do not start, so applications cannot grow.",
      firstLook: "Read first the activity of the Auto Scaling group in the EC2 console.",
      levels: {
        warning: {
          expr: "sum by (reason) (increase(cluster_autoscaler_failed_scale_ups_total[30m])) > 0",
          for: "15m",
        },
      },
    },
    {
      name: "AutoscalerFailing",
      summary: "The cluster autoscaler keeps failing.",
      description: "The cluster autoscaler keeps failing with errors of type {{ $labels.type }}.",
      impact: "The cluster neither grows nor shrinks, so new pods may find no room.",
      firstLook: "Read the errors in the autoscaler's log first.",
      levels: {
        warning: {
          expr: "sum by (type) (increase(cluster_autoscaler_errors_total[15m])) > 1",
          for: "30m",
        },
      },
    },
    {
      name: "AutoscalerStopped",
      summary: "The cluster autoscaler has stopped working.",
      description: "The cluster autoscaler last completed a cycle {{ $value | humanizeDuration }} ago.",
      impact: "The cluster neither grows nor shrinks, so new pods may find no room.",
      firstLook: "Check first that a pod of the autoscaler runs.",
      levels: { page: { expr: `${IDLE} > 600`, for: "10m" } },
    },
    {
      name: "AutoscalerHeldBack",
      summary: "The cluster autoscaler has paused because too many nodes are not ready.",
      description: "The cluster autoscaler adds and removes no nodes until more of them are ready.",
      impact: "New pods may find no room, and applications on the broken nodes have fewer replicas.",
      firstLook: "List first the nodes that are not ready.",
      levels: { page: { expr: "max(cluster_autoscaler_cluster_safe_to_autoscale) == 0", for: "15m" } },
    },
  ],
};
