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
    cases: [
      {
        when: "it cannot be read",
        series: { 'alertmanager_config_last_reload_successful{pod="alertmanager-0"}': "0x30" },
        at: "15m",
        alerts: [
          {
            severity: "page",
            since: "10m",
            labels: { pod: "alertmanager-0" },
            description: "Pod alertmanager-0 rejects its configuration.",
          },
        ],
      },
      {
        when: "it takes it",
        series: { 'alertmanager_config_last_reload_successful{pod="alertmanager-0"}': "1x30" },
        at: "15m",
        alerts: [],
      },
    ],
  },
  {
    name: "NotificationsFailing",
    summary: "Alertmanager cannot deliver some of its notifications.",
    description: "{{ $value | humanizePercentage }} of notifications by {{ $labels.integration }} fail.",
    impact: "Teams miss alerts that are sent this way.",
    firstLook: "Read first the receiver's answer in Alertmanager's log.",
    levels: { warning: { expr: `${FAILED} / ${ALL} > 0.1`, for: "15m" } },
    cases: [
      {
        when: "Slack refuses some of them",
        series: {
          'alertmanager_notifications_failed_total{integration="slack"}': "0+3x60",
          'alertmanager_notifications_total{integration="slack"}': "0+20x60",
        },
        at: "40m",
        alerts: [
          {
            severity: "warning",
            since: "16m",
            labels: { integration: "slack" },
            description: "15% of notifications by slack fail.",
          },
        ],
      },
      {
        when: "few fail, and none is sent by another way",
        series: {
          'alertmanager_notifications_failed_total{integration="slack"}': "0+2x60",
          'alertmanager_notifications_total{integration="slack"}': "0+25x60",
          'alertmanager_notifications_failed_total{integration="email"}': "0x60",
          'alertmanager_notifications_total{integration="email"}': "0x60",
        },
        at: "40m",
        alerts: [],
      },
    ],
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
    cases: [
      {
        when: "one of three knows only itself",
        series: {
          'alertmanager_cluster_members{pod="a"}': "2x30",
          'alertmanager_cluster_members{pod="b"}': "2x30",
          'alertmanager_cluster_members{pod="c"}': "1x30",
          ...Object.fromEntries(
            ["a", "b", "c"].map((pod) => [
              `up{job="kube-prometheus-stack-alertmanager",endpoint="http-web",pod="${pod}"}`,
              "1x30",
            ]),
          ),
        },
        at: "20m",
        alerts: [
          {
            severity: "warning",
            since: "15m",
            labels: {},
            description: "A replica of Alertmanager sees a cluster of only this many members: 1.",
          },
        ],
      },
      {
        when: "one of two is gone for good",
        series: {
          'alertmanager_cluster_members{pod="a"}': "1x30",
          'up{job="kube-prometheus-stack-alertmanager",endpoint="http-web",pod="a"}': "1x30",
          'up{job="kube-prometheus-stack-alertmanager",endpoint="reloader-web",pod="a"}': "1x30",
        },
        at: "20m",
        alerts: [],
      },
    ],
  },
];
