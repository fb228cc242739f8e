import type { Dashboard } from "./model";
import { promql, row, stat, table, timeseries } from "./panels";

const NOT_ALWAYS_FIRING = 'alertstate="firing", alertname!~"Watchdog|InfoInhibitor"';

/** Dashboard to look at first: it shows whether anything is wrong, and where. */
export const PLATFORM_OVERVIEW: Dashboard = {
  uid: "platform-overview",
  title: "Platform overview",
  description: "Whether anything is wrong in the cluster, and where to look next.",
  rows: [
    row(
      "Now",
      stat("Alerts firing", `count(ALERTS{${NOT_ALWAYS_FIRING}}) or vector(0)`, {
        limits: { warning: 1, critical: 10 },
      }),
      stat("Targets down", "count(up == 0) or vector(0)", {
        description: "What Prometheus wants to scrape and cannot.",
        limits: { warning: 1, critical: 5 },
      }),
      stat("Nodes ready", 'sum(kube_node_status_condition{condition="Ready", status="true"})'),
      stat("Pods pending", 'sum(kube_pod_status_phase{phase="Pending"})', {
        limits: { warning: 5, critical: 20 },
      }),
      stat("CPU in use", '1 - avg(rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))', {
        unit: "percentunit",
        limits: { warning: 0.7, critical: 0.9 },
      }),
      stat("Memory in use", "1 - sum(node_memory_MemAvailable_bytes) / sum(node_memory_MemTotal_bytes)", {
        unit: "percentunit",
        limits: { warning: 0.8, critical: 0.9 },
      }),
    ),
    row(
      "Who uses what",
      timeseries(
        "CPU by namespace, in cores",
        [
          promql(
            'sum by (namespace) (rate(container_cpu_usage_seconds_total{container!=""}[$__rate_interval]))',
            "{{namespace}}",
          ),
        ],
        { stacked: true },
      ),
      timeseries(
        "Memory by namespace",
        [promql('sum by (namespace) (container_memory_working_set_bytes{container!=""})', "{{namespace}}")],
        { unit: "bytes", stacked: true },
      ),
      timeseries(
        "Received by namespace",
        [
          promql(
            "sum by (namespace) (rate(container_network_receive_bytes_total[$__rate_interval]))",
            "{{namespace}}",
          ),
        ],
        { unit: "Bps", stacked: true },
      ),
      timeseries(
        "Sent by namespace",
        [
          promql(
            "sum by (namespace) (rate(container_network_transmit_bytes_total[$__rate_interval]))",
            "{{namespace}}",
          ),
        ],
        { unit: "Bps", stacked: true },
      ),
    ),
    row(
      "What does not run as it should",
      timeseries("Containers that restart, in an hour", [
        promql(
          "topk(10, sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0)",
          "{{namespace}}/{{pod}}",
        ),
      ]),
      timeseries(
        "Why containers wait",
        [promql("sum by (reason) (kube_pod_container_status_waiting_reason) > 0", "{{reason}}")],
        { stacked: true },
      ),
      table(
        "Deployments short of replicas",
        "(kube_deployment_spec_replicas - kube_deployment_status_replicas_available) > 0",
        { columns: { namespace: "Namespace", deployment: "Deployment", Value: "Missing" } },
      ),
    ),
  ],
};
