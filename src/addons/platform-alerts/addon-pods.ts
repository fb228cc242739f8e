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
  },
  {
    name: "AddonNotScraped",
    summary: "Prometheus gets no metrics from a platform add-on.",
    description: "No pod of {{ $labels.namespace }}/{{ $labels.job }} answers Prometheus.",
    impact: "Users notice nothing, but alerts about this add-on cannot fire.",
    firstLook:
      "Check first that its pods run, then read the scrape error in Prometheus under Status, Targets.",
    levels: { warning: { expr: `max by (namespace, job) (up{${PLATFORM}}) == 0`, for: "15m" } },
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
  },
];
