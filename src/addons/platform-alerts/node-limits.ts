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
  },
];
