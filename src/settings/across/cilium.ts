import { problem, show } from "../checking/problem";
import { hasFargate } from "../cluster/compute/compute";
import { CILIUM_REPLACES, type EksAddonName } from "../cluster/eks-addons";
import { hasCilium, hasCiliumAlone } from "../cluster/pod-network";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { hasPodSubnets } from "../network/subnets";

const ENGINE = 'podNetwork.engine "cilium"';
const ALONE = 'podNetwork.mode "eni"';

/** The EKS add-on through which Cilium's operator has its role. */
const AGENT: EksAddonName = "eks-pod-identity-agent";

/** Refuses Cilium where it cannot run or has no addresses to give, and what does its work a second time. */
export const ciliumCanRun = (config: ClusterEnvironmentConfig): string[] => [
  ...ciliumIsInstalled(config),
  ...(hasCilium(config.cluster) ? nodesTakeIt(config) : []),
  ...(hasCiliumAlone(config.cluster) ? itGivesAddresses(config) : []),
  ...(hasCilium(config.cluster) && !hasCiliumAlone(config.cluster) ? itAloneEnforces(config) : []),
];

const ciliumIsInstalled = ({ addons: { cilium }, cluster }: ClusterEnvironmentConfig): string[] =>
  hasCilium(cluster) === (cilium !== false)
    ? []
    : [
        problem(
          ["addons", "cilium"],
          hasCilium(cluster) ? `on with ${ENGINE}` : 'false with podNetwork.engine "vpc-cni"',
          cilium === false ? "false" : "on",
          "leave it out: podNetwork says whether the cluster has it",
        ),
      ];

/** Refuses nodes that run a CNI of their own. */
const nodesTakeIt = ({ cluster: { compute } }: ClusterEnvironmentConfig): string[] => [
  ...(compute.kind === "auto"
    ? [
        problem(
          ["podNetwork", "engine"],
          '"vpc-cni" with compute.kind "auto"',
          show("cilium"),
          "leave podNetwork out: nodes of EKS Auto Mode have a CNI of their own",
        ),
      ]
    : []),
  ...(hasFargate(compute)
    ? [
        problem(
          ["compute", "controller"],
          `"node-groups" with ${ENGINE}`,
          show("fargate"),
          "put Karpenter's controller on a node group: Cilium knows no pod on Fargate, CoreDNS's among them",
        ),
      ]
    : []),
];

const itGivesAddresses = ({ cluster: { eksAddons }, network }: ClusterEnvironmentConfig): string[] => [
  ...CILIUM_REPLACES.filter((name) => name in eksAddons).map((name) =>
    problem(
      ["eksAddons", name],
      `false with ${ALONE}`,
      "on",
      `leave it out: Cilium does its work, and reads none of its settings`,
    ),
  ),
  ...(AGENT in eksAddons
    ? []
    : [
        problem(
          ["eksAddons", AGENT],
          `on with ${ALONE}`,
          "false",
          "leave it out: Cilium's operator has its role by it, and no pod an address before",
        ),
      ]),
  ...(hasPodSubnets(network)
    ? []
    : [
        problem(
          ["subnets", "pods"],
          `one range in each zone with ${ALONE}`,
          "none",
          'add "100.64.0.0/16" to network.vpc.secondaryCidrs, and write { a: "100.64.0.0/18", … }',
        ),
      ]),
];

/** Refuses policies that two engines enforce: each would have to admit a packet. */
const itAloneEnforces = ({ cluster: { eksAddons } }: ClusterEnvironmentConfig): string[] => {
  const written = eksAddons["vpc-cni"]?.configuration?.enableNetworkPolicy;
  return written === undefined
    ? []
    : [
        problem(
          ["eksAddons", "vpc-cni", "configuration", "enableNetworkPolicy"],
          `no such setting with ${ENGINE}`,
          show(written),
          "leave it out: Cilium enforces policies",
        ),
      ];
};
