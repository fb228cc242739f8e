import type { Dashboard } from "./model";
import { promql, row, stat, table, timeseries } from "./panels";

const requestedOf = (resource: string, by = ""): string =>
  `sum${by} (kube_pod_container_resource_requests{resource="${resource}"})`;

const allocatable = (resource: string, by = ""): string =>
  `sum${by} (kube_node_status_allocatable{resource="${resource}"})`;

/** Dashboard of the free room, and of the limits to more. */
export const CLUSTER_CAPACITY: Dashboard = {
  uid: "cluster-capacity",
  title: "Cluster capacity",
  description: "How much room nodes and volumes have left, and whether the autoscaler can add more.",
  rows: [
    row(
      "Room",
      stat("CPU requested", `${requestedOf("cpu")} / ${allocatable("cpu")}`, {
        description: "Pods are placed by what they request, not by what they use.",
        unit: "percentunit",
        limits: { warning: 0.8, critical: 0.95 },
      }),
      stat("Memory requested", `${requestedOf("memory")} / ${allocatable("memory")}`, {
        unit: "percentunit",
        limits: { warning: 0.8, critical: 0.95 },
      }),
      stat("Pods per place", `sum(kube_pod_status_phase{phase="Running"}) / ${allocatable("pods")}`, {
        description: "Every node has a limit of pods, from the addresses it may have.",
        unit: "percentunit",
        limits: { warning: 0.8, critical: 0.95 },
      }),
      stat("Nodes", "count(kube_node_info)"),
      stat("Nodes closed to new pods", "sum(kube_node_spec_unschedulable)", {
        limits: { warning: 1, critical: 3 },
      }),
      stat("Pods without a place", "sum(cluster_autoscaler_unschedulable_pods_count)", {
        limits: { warning: 1, critical: 10 },
      }),
    ),
    row(
      "Requested and used",
      timeseries("CPU, in cores", [
        promql(allocatable("cpu"), "allocatable"),
        promql(requestedOf("cpu"), "requested"),
        promql('sum(rate(node_cpu_seconds_total{mode!="idle"}[$__rate_interval]))', "used"),
      ]),
      timeseries(
        "Memory",
        [
          promql(allocatable("memory"), "allocatable"),
          promql(requestedOf("memory"), "requested"),
          promql("sum(node_memory_MemTotal_bytes) - sum(node_memory_MemAvailable_bytes)", "used"),
        ],
        { unit: "bytes" },
      ),
      timeseries("Nodes", [
        promql("sum by (state) (cluster_autoscaler_nodes_count)", "{{state}}"),
        promql("max(cluster_autoscaler_max_nodes_count)", "most the autoscaler may have"),
      ]),
      timeseries(
        "Load per core",
        [
          promql(
            'topk(10, node_load1 / on (instance) group_left count by (instance) (node_cpu_seconds_total{mode="idle"}))',
            "{{instance}}",
          ),
        ],
        { description: "Above 1, something waits for a core." },
      ),
    ),
    row(
      "By node",
      table("CPU requested", `${requestedOf("cpu", " by (node)")} / ${allocatable("cpu", " by (node)")}`, {
        unit: "percentunit",
        columns: { node: "Node", Value: "Of what can be requested" },
      }),
      table(
        "Memory requested",
        `${requestedOf("memory", " by (node)")} / ${allocatable("memory", " by (node)")}`,
        { unit: "percentunit", columns: { node: "Node", Value: "Of what can be requested" } },
      ),
    ),
    row(
      "Disks",
      timeseries(
        "Fullest volumes",
        [
          promql(
            "topk(10, 1 - kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes)",
            "{{namespace}}/{{persistentvolumeclaim}}",
          ),
        ],
        { unit: "percentunit" },
      ),
      timeseries(
        "Fullest disks of nodes",
        [
          promql(
            'topk(10, 1 - node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"})',
            "{{instance}}",
          ),
        ],
        { unit: "percentunit" },
      ),
    ),
  ],
};
