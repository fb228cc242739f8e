import type { AlertRule } from "./alert-rule";

const READY = 'kube_node_status_condition{condition="Ready",status="true"}';
const PRESSURE = 'kube_node_status_condition{condition=~"(?:Disk|Memory|PID)Pressure",status="true"}';

const ready = (node: string) => `kube_node_status_condition{node="${node}",condition="Ready",status="true"}`;

/** What is wrong with how nodes say that they are. */
export const NODE_STATE_RULES: readonly AlertRule[] = [
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
            since: "26m",
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
            since: "15m",
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
];
