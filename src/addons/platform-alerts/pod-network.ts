import type { AlertGroup } from "./alert-rule";

/** Rules about Cilium. Those about all add-ons tell where no agent runs. */
export const POD_NETWORK: AlertGroup = {
  name: "pod-network",
  watches: "cilium",
  rules: [
    {
      name: "PodAddressesMissing",
      summary: "Nodes have fewer addresses for pods than Cilium wants to give them.",
      description: "Nodes that lack addresses for pods: {{ $value }}.",
      impact: "Running pods go on; new ones on these nodes wait for an address.",
      firstLook: "Read the log of Cilium's operator first: it has the answers of EC2.",
      levels: {
        warning: {
          expr: 'max(cilium_operator_ipam_nodes{category="in-deficit"}) > 0',
          for: "15m",
        },
      },
    },
    {
      name: "PoliciesNotEnforced",
      summary: "Cilium cannot bring the policies of pods into the kernel of a node.",
      description:
        'Agent {{ $labels.pod }} failed {{ $value | printf "%.0f" }} times in 15 minutes to apply the policies of a pod.',
      impact:
        "Pods of the node keep the policies that they had, so that what a new one allows stays refused.",
      firstLook: "Read the log of that agent first: it names the pod.",
      levels: {
        warning: {
          expr: 'sum by (pod) (increase(cilium_endpoint_regenerations_total{outcome="fail"}[15m])) >= 3',
          for: "15m",
        },
      },
    },
    {
      name: "NetworkTableFull",
      summary: "A table of Cilium in the kernel of a node is almost full.",
      description:
        "Table {{ $labels.map_name }} of agent {{ $labels.pod }} is {{ $value | humanizePercentage }} full.",
      impact: "Once it is full, the node refuses new connections, or policies that it has no room for.",
      firstLook: "Look first at which table it is, and at which pods of the node have most connections.",
      levels: {
        warning: { expr: "max by (pod, map_name) (cilium_bpf_map_pressure) > 0.9", for: "15m" },
      },
    },
  ],
};
