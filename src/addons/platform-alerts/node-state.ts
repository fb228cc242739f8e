import type { AlertRule } from "./alert-rule";

const READY = 'kube_node_status_condition{condition="Ready",status="true"}';
const PRESSURE = 'kube_node_status_condition{condition=~"(?:Disk|Memory|PID)Pressure",status="true"}';

/** Rules about the conditions that nodes report. */
export const NODE_STATE_RULES: readonly AlertRule[] = [
  {
    name: "NodeNotReady",
    summary: "A node is not ready.",
    description: "Node {{ $labels.node }} has not been ready for 15 minutes.",
    impact: "Kubernetes restarts its pods on other nodes if these have room.",
    firstLook: "Describe the node first and read its conditions.",
    levels: { warning: { expr: `max by (node) (${READY}) == 0`, for: "15m" } },
  },
  {
    name: "ManyNodesNotReady",
    summary: "More than a fifth of all nodes are not ready.",
    description: "Only {{ $value | humanizePercentage }} of all nodes are ready.",
    impact: "Applications have lost replicas, and users may get errors.",
    firstLook: "List the nodes first by zone and node group to see what the broken ones share.",
    levels: { page: { expr: `sum(${READY}) / count(${READY}) < 0.8`, for: "5m" } },
  },
  {
    name: "NodeUnderPressure",
    summary: "A node is short of memory, disk or process IDs.",
    description: "Node {{ $labels.node }} has reported {{ $labels.condition }} for 15 minutes.",
    impact: "The node evicts pods, so applications lose replicas for a while.",
    firstLook: "Describe the node first and compare its pods' use with their requests.",
    levels: { warning: { expr: `max by (node, condition) (${PRESSURE}) == 1`, for: "15m" } },
  },
];
