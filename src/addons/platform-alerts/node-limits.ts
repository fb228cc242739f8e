import type { AlertRule } from "./alert-rule";

const FREE =
  'min by (instance) (node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"})';
const TARGET = "max by (node_group) (cluster_autoscaler_node_group_target_count)";
const MOST = "max by (node_group) (cluster_autoscaler_node_group_max_count)";

/** Rules about disks of nodes and sizes of node groups. */
export const NODE_LIMIT_RULES: readonly AlertRule[] = [
  {
    name: "NodeDiskFilling",
    summary: "The disk of a node is nearly full.",
    description: "The disk of node {{ $labels.instance }} has {{ $value | humanizePercentage }} left.",
    impact: "A full disk evicts pods, so applications lose replicas.",
    firstLook: "Find first the pod that uses most of the node's disk.",
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
          {
            severity: "warning",
            since: "30m",
            labels: { instance: "a" },
            description: "The disk of node a has 10% left.",
          },
        ],
      },
      {
        when: "a twenty-fifth is left",
        series: {
          'node_filesystem_avail_bytes{instance="a",mountpoint="/"}': "4x60",
          'node_filesystem_size_bytes{instance="a",mountpoint="/"}': "100x60",
        },
        at: "15m",
        alerts: [
          {
            severity: "page",
            since: "10m",
            labels: { instance: "a" },
            description: "The disk of node a has 4% left.",
          },
        ],
      },
      {
        when: "a fifth is left, and less on a disk that belongs to a pod",
        series: {
          'node_filesystem_avail_bytes{instance="a",mountpoint="/"}': "20x60",
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
    summary: "A node group has almost reached its maximum size.",
    description:
      "Node group {{ $labels.node_group }} asks for {{ $value }} nodes, which is at most one below its maximum.",
    impact: "Beyond the maximum, new pods do not start and applications cannot grow.",
    firstLook: "Check first whether pods already wait for a node.",
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
            since: "15m",
            labels: { node_group: "arm" },
            description: "Node group arm asks for 11 nodes, which is at most one below its maximum.",
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
            since: "30m",
            labels: { node_group: "arm" },
            description: "Node group arm asks for 12 nodes, which is at most one below its maximum.",
          },
          {
            severity: "warning",
            since: "15m",
            labels: { node_group: "arm" },
            description: "Node group arm asks for 12 nodes, which is at most one below its maximum.",
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
];
