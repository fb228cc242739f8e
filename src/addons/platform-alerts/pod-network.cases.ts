import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about Cilium. */
export const POD_NETWORK_CASES: AlertCases = {
  PodAddressesMissing: [
    {
      when: "two nodes lack addresses",
      series: { 'cilium_operator_ipam_nodes{category="in-deficit"}': "2x60" },
      at: "30m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: {},
          description: "Nodes that lack addresses for pods: 2.",
        },
      ],
    },
    {
      when: "a node gets its addresses within minutes",
      series: { 'cilium_operator_ipam_nodes{category="in-deficit"}': "1x5 0x55" },
      at: "30m",
      alerts: [],
    },
  ],
  PoliciesNotEnforced: [
    {
      when: "an agent fails every minute",
      series: { 'cilium_endpoint_regenerations_total{pod="cilium-a",outcome="fail"}': "0+1x90" },
      at: "60m",
      alerts: [
        {
          severity: "warning",
          since: "18m",
          labels: { pod: "cilium-a" },
          description: "Agent cilium-a failed 15 times in 15 minutes to apply the policies of a pod.",
        },
      ],
    },
    {
      when: "an agent failed twice",
      series: { 'cilium_endpoint_regenerations_total{pod="cilium-a",outcome="fail"}': "0x20 2x70" },
      at: "60m",
      alerts: [],
    },
  ],
  NetworkTableFull: [
    {
      when: "a table is 95 % full",
      series: { 'cilium_bpf_map_pressure{pod="cilium-a",map_name="ct4_global"}': "0.95x60" },
      at: "30m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { pod: "cilium-a", map_name: "ct4_global" },
          description: "Table ct4_global of agent cilium-a is 95% full.",
        },
      ],
    },
    {
      when: "it is half full",
      series: { 'cilium_bpf_map_pressure{pod="cilium-a",map_name="ct4_global"}': "0.5x60" },
      at: "30m",
      alerts: [],
    },
  ],
};
