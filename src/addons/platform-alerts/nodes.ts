import type { AlertGroup } from "./alert-rule";

const READY = 'kube_node_status_condition{condition="Ready",status="true"}';
const PRESSURE = 'kube_node_status_condition{condition=~"(?:Disk|Memory|PID)Pressure",status="true"}';
const FREE =
  'min by (instance) (node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"})';
const TARGET = "max by (node_group) (cluster_autoscaler_node_group_target_count)";
const MOST = "max by (node_group) (cluster_autoscaler_node_group_max_count)";

const ready = (node: string) => `kube_node_status_condition{node="${node}",condition="Ready",status="true"}`;

/** Nodes, and how many of them there may be. */
export const NODES: AlertGroup = {
  name: "nodes",
  rules: [
    {
      name: "NodeNotReady",
      summary: "A node takes no pods.",
      description: "Node {{ $labels.node }} has not been ready for a quarter of an hour.",
      levels: { warning: { expr: `max by (node) (${READY}) == 0`, for: "15m" } },
      cases: [
        {
          when: "one of two nodes stays away",
          series: { [ready("a")]: "1x40", [ready("b")]: "1x10 0x30" },
          at: "30m",
          alerts: [
            {
              severity: "warning",
              labels: { node: "b" },
              description: "Node b has not been ready for a quarter of an hour.",
            },
          ],
        },
        {
          when: "a node is away for ten minutes",
          series: { [ready("a")]: "1x10 0x10 1x20" },
          at: "30m",
          alerts: [],
        },
      ],
    },
    {
      name: "ManyNodesNotReady",
      summary: "More than a fifth of all nodes take no pods.",
      description: "Only {{ $value | humanizePercentage }} of all nodes are ready.",
      levels: { page: { expr: `sum(${READY}) / count(${READY}) < 0.8`, for: "5m" } },
      cases: [
        {
          when: "two of four nodes are away",
          series: { [ready("a")]: "1x20", [ready("b")]: "1x20", [ready("c")]: "0x20", [ready("d")]: "0x20" },
          at: "10m",
          alerts: [{ severity: "page", labels: {}, description: "Only 50% of all nodes are ready." }],
        },
        {
          when: "one of five nodes is away",
          series: {
            [ready("a")]: "1x20",
            [ready("b")]: "1x20",
            [ready("c")]: "1x20",
            [ready("d")]: "1x20",
            [ready("e")]: "0x20",
          },
          at: "10m",
          alerts: [],
        },
      ],
    },
    {
      name: "NodeUnderPressure",
      summary: "A node is short of something and evicts pods.",
      description: "Node {{ $labels.node }} has been under {{ $labels.condition }} for a quarter of an hour.",
      levels: { warning: { expr: `max by (node, condition) (${PRESSURE}) == 1`, for: "15m" } },
      cases: [
        {
          when: "memory runs short",
          series: { 'kube_node_status_condition{node="a",condition="MemoryPressure",status="true"}': "1x30" },
          at: "20m",
          alerts: [
            {
              severity: "warning",
              labels: { node: "a", condition: "MemoryPressure" },
              description: "Node a has been under MemoryPressure for a quarter of an hour.",
            },
          ],
        },
        {
          when: "there is enough of everything, and the node is ready",
          series: {
            'kube_node_status_condition{node="a",condition="MemoryPressure",status="true"}': "0x30",
            [ready("a")]: "1x30",
          },
          at: "20m",
          alerts: [],
        },
      ],
    },
    {
      name: "NodeDiskFilling",
      summary: "The disk of a node is filling up.",
      description: "The disk of {{ $labels.instance }} has {{ $value | humanizePercentage }} left.",
      levels: {
        warning: { expr: `${FREE} < 0.15`, for: "30m" },
        page: { expr: `${FREE} < 0.05`, for: "10m" },
      },
      cases: [
        {
          when: "a tenth is left",
          series: {
            'node_filesystem_avail_bytes{instance="a",mountpoint="/"}': "10x60",
            'node_filesystem_size_bytes{instance="a",mountpoint="/"}': "100x60",
          },
          at: "40m",
          alerts: [
            { severity: "warning", labels: { instance: "a" }, description: "The disk of a has 10% left." },
          ],
        },
        {
          when: "next to nothing is left",
          series: {
            'node_filesystem_avail_bytes{instance="a",mountpoint="/"}': "2x60",
            'node_filesystem_size_bytes{instance="a",mountpoint="/"}': "100x60",
          },
          at: "15m",
          alerts: [
            { severity: "page", labels: { instance: "a" }, description: "The disk of a has 2% left." },
          ],
        },
        {
          when: "half is left, and less on a disk that belongs to a pod",
          series: {
            'node_filesystem_avail_bytes{instance="a",mountpoint="/"}': "50x60",
            'node_filesystem_size_bytes{instance="a",mountpoint="/"}': "100x60",
            'node_filesystem_avail_bytes{instance="a",mountpoint="/pod"}': "1x60",
            'node_filesystem_size_bytes{instance="a",mountpoint="/pod"}': "100x60",
          },
          at: "40m",
          alerts: [],
        },
      ],
    },
    {
      name: "NodeGroupNearLimit",
      summary: "A node group can hardly grow any more.",
      description: "Node group {{ $labels.node_group }} wants {{ $value }} nodes, and may have hardly more.",
      levels: {
        warning: { expr: `${TARGET} >= ${MOST} - 1 and ${TARGET} > 0`, for: "15m" },
        page: { expr: `${TARGET} >= ${MOST}`, for: "30m" },
      },
      cases: [
        {
          when: "there is room for one more",
          series: {
            'cluster_autoscaler_node_group_target_count{node_group="arm"}': "11x60",
            'cluster_autoscaler_node_group_max_count{node_group="arm"}': "12x60",
          },
          at: "50m",
          alerts: [
            {
              severity: "warning",
              labels: { node_group: "arm" },
              description: "Node group arm wants 11 nodes, and may have hardly more.",
            },
          ],
        },
        {
          when: "there is room for none",
          series: {
            'cluster_autoscaler_node_group_target_count{node_group="arm"}': "12x60",
            'cluster_autoscaler_node_group_max_count{node_group="arm"}': "12x60",
          },
          at: "50m",
          alerts: [
            {
              severity: "page",
              labels: { node_group: "arm" },
              description: "Node group arm wants 12 nodes, and may have hardly more.",
            },
            {
              severity: "warning",
              labels: { node_group: "arm" },
              description: "Node group arm wants 12 nodes, and may have hardly more.",
            },
          ],
        },
        {
          when: "there is room for two more, and another group for one node has none",
          series: {
            'cluster_autoscaler_node_group_target_count{node_group="arm"}': "10x60",
            'cluster_autoscaler_node_group_max_count{node_group="arm"}': "12x60",
            'cluster_autoscaler_node_group_target_count{node_group="x86"}': "0x60",
            'cluster_autoscaler_node_group_max_count{node_group="x86"}': "1x60",
          },
          at: "50m",
          alerts: [],
        },
      ],
    },
  ],
};
