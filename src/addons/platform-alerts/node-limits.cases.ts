import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about disks of nodes and sizes of node groups. */
export const NODE_LIMITS_CASES: AlertCases = {
  NodeDiskFilling: [
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
  NodeGroupNearLimit: [
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
};
