import type { AlertRule } from "./alert-rule";

const READY = 'kube_node_status_condition{condition="Ready",status="true"}';
const PRESSURE = 'kube_node_status_condition{condition=~"(?:Disk|Memory|PID)Pressure",status="true"}';

const ready = (node: string) => `kube_node_status_condition{node="${node}",condition="Ready",status="true"}`;

/** Rules about the conditions that nodes report. */
export const NODE_STATE_RULES: readonly AlertRule[] = [
  {
    name: "NodeNotReady",
    summary: "A node is not ready.",
    description: "Node {{ $labels.node }} has not been ready for 15 minutes.",
    impact: "Kubernetes restarts its pods on other nodes if these have room.",
    firstLook: "Describe the node first and read its conditions.",
    levels: { warning: { expr: `max by (node) (${READY}) == 0`, for: "15m" } },
    cases: [
      {
        when: "one of two nodes stays away",
        series: { [ready("a")]: "1x40", [ready("b")]: "1x10 0x30" },
        at: "30m",
        alerts: [
          {
            severity: "warning",
            since: "26m",
            labels: { node: "b" },
            description: "Node b has not been ready for 15 minutes.",
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
    summary: "More than a fifth of all nodes are not ready.",
    description: "Only {{ $value | humanizePercentage }} of all nodes are ready.",
    impact: "Applications have lost replicas, and users may get errors.",
    firstLook: "List the nodes first by zone and node group to see what the broken ones share.",
    levels: { page: { expr: `sum(${READY}) / count(${READY}) < 0.8`, for: "5m" } },
    cases: [
      {
        when: "two of four nodes are away",
        series: { [ready("a")]: "1x20", [ready("b")]: "1x20", [ready("c")]: "0x20", [ready("d")]: "0x20" },
        at: "10m",
        alerts: [
          { severity: "page", since: "5m", labels: {}, description: "Only 50% of all nodes are ready." },
        ],
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
    summary: "A node is short of memory, disk or process IDs.",
    description: "Node {{ $labels.node }} has reported {{ $labels.condition }} for 15 minutes.",
    impact: "The node evicts pods, so applications lose replicas for a while.",
    firstLook: "Describe the node first and compare its pods' use with their requests.",
    levels: { warning: { expr: `max by (node, condition) (${PRESSURE}) == 1`, for: "15m" } },
    cases: [
      {
        when: "memory runs short",
        series: { 'kube_node_status_condition{node="a",condition="MemoryPressure",status="true"}': "1x30" },
        at: "20m",
        alerts: [
          {
            severity: "warning",
            since: "15m",
            labels: { node: "a", condition: "MemoryPressure" },
            description: "Node a has reported MemoryPressure for 15 minutes.",
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
];
