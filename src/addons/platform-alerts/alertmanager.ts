import type { AlertRule } from "./alert-rule";

const FAILED = "sum by (integration) (rate(alertmanager_notifications_failed_total[15m]))";
const ALL = "sum by (integration) (rate(alertmanager_notifications_total[15m]))";

/** Rules about Alertmanager and its notifications. */
export const ALERTMANAGER_RULES: readonly AlertRule[] = [
  {
    name: "AlertmanagerConfigRejected",
    summary: "Alertmanager rejects its configuration and keeps the old one.",
    description: "Pod {{ $labels.pod }} rejects its configuration.",
    impact: "New receivers and routes have no effect, and the pod cannot start again after a restart.",
    firstLook: "Read the log of its alertmanager container first.",
    levels: {
      page: { expr: "min by (pod) (alertmanager_config_last_reload_successful) == 0", for: "10m" },
    },
  },
  {
    name: "NotificationsFailing",
    summary: "Alertmanager cannot deliver some of its notifications.",
    description: "{{ $value | humanizePercentage }} of notifications by {{ $labels.integration }} fail.",
    impact: "Teams miss alerts that are sent this way.",
    firstLook: "Read first the receiver's answer in Alertmanager's log.",
    levels: { warning: { expr: `${FAILED} / ${ALL} > 0.1`, for: "15m" } },
  },
  {
    name: "AlertmanagerSplit",
    summary: "Alertmanager's replicas have lost contact with each other.",
    description: "A replica of Alertmanager sees a cluster of only this many members: {{ $value }}.",
    impact: "Teams get every notification more than once, and silences hold on one replica only.",
    firstLook: "Compare first the peers that each replica lists on its Status page.",
    levels: {
      warning: {
        expr:
          "min(alertmanager_cluster_members) < " +
          'count(up{job="kube-prometheus-stack-alertmanager",endpoint="http-web"} == 1)',
        for: "15m",
      },
    },
  },
];
