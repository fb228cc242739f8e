import type { AlertCases } from "./alert-case.cases";

const ready = (node: string) => `kube_node_status_condition{node="${node}",condition="Ready",status="true"}`;

/** Evidence for rules about the conditions that nodes report. */
export const NODE_STATE_CASES: AlertCases = {
  NodeNotReady: [
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
  ManyNodesNotReady: [
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
  NodeUnderPressure: [
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
};
