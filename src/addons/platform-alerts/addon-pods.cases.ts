import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about pods and metrics of platform add-ons. */
export const ADDON_PODS_CASES: AlertCases = {
  AddonRestarting: [
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
        'kube_pod_container_status_restarts_total{namespace="monitoring",pod="a",container="c"}': "0x30 1x30",
      },
      at: "50m",
      alerts: [],
    },
  ],
  AddonNotScraped: [
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
  MonitorFindsNothing: [
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
};
