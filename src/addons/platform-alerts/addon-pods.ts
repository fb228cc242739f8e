import { type AlertRule, PLATFORM, PLATFORM_MONITORS } from "./alert-rule";

/** Rules about pods and metrics of platform add-ons. */
export const ADDON_POD_RULES: readonly AlertRule[] = [
  {
    name: "AddonRestarting",
    summary: "A container of a platform add-on keeps restarting.",
    description:
      'Container {{ $labels.container }} in pod {{ $labels.namespace }}/{{ $labels.pod }} restarted {{ $value | printf "%.0f" }} times in 30 minutes.',
    impact: "The add-on works on and off.",
    firstLook: "Read the log of the previous container first.",
    levels: {
      warning: {
        expr: `max by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{${PLATFORM}}[30m])) >= 4`,
        for: "5m",
      },
    },
    cases: [
      {
        when: "it ends every five minutes",
        series: {
          'kube_pod_container_status_restarts_total{namespace="monitoring",pod="a",container="c"}':
            "0x4 1x4 2x4 3x4 4x4 5x4 6x4 7x4 8x4 9x4 10x4 11x4",
        },
        at: "55m",
        alerts: [
          {
            severity: "warning",
            since: "25m",
            labels: { namespace: "monitoring", pod: "a", container: "c" },
            description: "Container c in pod monitoring/a restarted 6 times in 30 minutes.",
          },
        ],
      },
      {
        when: "it ended three times",
        series: {
          'kube_pod_container_status_restarts_total{namespace="monitoring",pod="a",container="c"}':
            "0x30 1x4 2x4 3x20",
        },
        at: "50m",
        alerts: [],
      },
      {
        when: "it ended once",
        series: {
          'kube_pod_container_status_restarts_total{namespace="monitoring",pod="a",container="c"}':
            "0x30 1x30",
        },
        at: "50m",
        alerts: [],
      },
    ],
  },
  {
    name: "AddonNotScraped",
    summary: "Prometheus gets no metrics from a platform add-on.",
    description: "No pod of {{ $labels.namespace }}/{{ $labels.job }} answers Prometheus.",
    impact: "Users notice nothing, but alerts about this add-on cannot fire.",
    firstLook:
      "Check first that its pods run, then read the scrape error in Prometheus under Status, Targets.",
    levels: { warning: { expr: `max by (namespace, job) (up{${PLATFORM}}) == 0`, for: "15m" } },
    cases: [
      {
        when: "no pod answers",
        series: {
          'up{namespace="cluster-services",job="dex",pod="a"}': "0x30",
          'up{namespace="cluster-services",job="dex",pod="b"}': "0x30",
        },
        at: "20m",
        alerts: [
          {
            severity: "warning",
            since: "15m",
            labels: { namespace: "cluster-services", job: "dex" },
            description: "No pod of cluster-services/dex answers Prometheus.",
          },
        ],
      },
      {
        when: "one of two answers",
        series: {
          'up{namespace="cluster-services",job="dex",pod="a"}': "0x30",
          'up{namespace="cluster-services",job="dex",pod="b"}': "1x30",
        },
        at: "20m",
        alerts: [],
      },
    ],
  },
  {
    name: "MonitorFindsNothing",
    summary: "A Prometheus monitor of a platform add-on matches no target.",
    description: "Monitor {{ $labels.scrape_job }} matches no target that Prometheus could scrape.",
    impact: "Users notice nothing, but alerts about this add-on cannot fire.",
    firstLook:
      "Compare first the monitor's selector with the labels of the Services or pods it should match.",
    levels: {
      warning: {
        expr: `max by (scrape_job) (prometheus_target_scrape_pool_targets{${PLATFORM_MONITORS}}) == 0`,
        for: "30m",
      },
    },
    cases: [
      {
        when: "a chart has given its pods another label",
        series: {
          'prometheus_target_scrape_pool_targets{scrape_job="serviceMonitor/cluster-services/dex/0"}':
            "3x5 0x55",
        },
        at: "50m",
        alerts: [
          {
            severity: "warning",
            since: "36m",
            labels: { scrape_job: "serviceMonitor/cluster-services/dex/0" },
            description:
              "Monitor serviceMonitor/cluster-services/dex/0 matches no target that Prometheus could scrape.",
          },
        ],
      },
      {
        when: "it finds something, and an application's monitor does not",
        series: {
          'prometheus_target_scrape_pool_targets{scrape_job="serviceMonitor/cluster-services/dex/0"}': "3x60",
          'prometheus_target_scrape_pool_targets{scrape_job="podMonitor/apps/frontend/0"}': "0x60",
        },
        at: "50m",
        alerts: [],
      },
    ],
  },
];
