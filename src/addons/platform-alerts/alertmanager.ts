import type { AlertRule } from "./alert-rule";

const FAILED = "sum by (integration) (rate(alertmanager_notifications_failed_total[15m]))";
const ALL = "sum by (integration) (rate(alertmanager_notifications_total[15m]))";

/** What is wrong with Alertmanager and its ways to people. */
export const ALERTMANAGER_RULES: readonly AlertRule[] = [
  {
    name: "AlertmanagerConfigRejected",
    summary: "Alertmanager refuses its configuration and goes on with an old one.",
    description: "{{ $labels.pod }} refuses its configuration.",
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
            description: "alertmanager-0 refuses its configuration.",
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
    summary: "People do not hear of alerts by one of the ways they should.",
    description: "{{ $value | humanizePercentage }} of all messages by {{ $labels.integration }} fail.",
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
            description: "15% of all messages by slack fail.",
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
    summary: "Replicas of Alertmanager do not know of each other, so people hear of everything twice.",
    description: "A replica of Alertmanager knows {{ $value }} of them.",
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
            description: "A replica of Alertmanager knows 1 of them.",
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
