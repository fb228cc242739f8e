import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about Alertmanager and its notifications. */
export const ALERTMANAGER_CASES: AlertCases = {
  AlertmanagerConfigRejected: [
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
  NotificationsFailing: [
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
  AlertmanagerSplit: [
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
};
