import { type Path, problem, show } from "../checking/problem";
import { hasCilium } from "../cluster/pod-network";
import { hasPrefixes } from "../cluster/rules/instance-types";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { BLOCKS, MOST_ZONES } from "../network/ipv6";
import { vpcIpv6 } from "../network/network";
import { hasExistingSubnets, hasPodSubnets } from "../network/subnets";

const IPV6: Path = ["ipv6"];

/**
 * Refuses addresses of IPv6 for pods that no part of the cluster could give or use.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html
 */
export function ipv6CanBeUsed(config: ClusterEnvironmentConfig): string[] {
  const { ipv6 } = config.cluster;
  return ipv6 === undefined
    ? []
    : [
        ...problemsOfBlock(config, ipv6.block),
        ...(ipv6.unjudgedIpv4.reason.trim() === ""
          ? [
              problem(
                [...IPV6, "unjudgedIpv4", "reason"],
                "a reason for which every pod may reach every address of IPv4",
                show(ipv6.unjudgedIpv4.reason),
                "write one: network policies of such a cluster judge IPv6 alone",
              ),
            ]
          : []),
        ...problemsOfOthers(config),
        ...problemsOfMachines(config),
      ];
}

function problemsOfBlock({ network }: ClusterEnvironmentConfig, block: number): string[] {
  const zones = Object.keys(network.zones).length;
  return [
    ...(vpcIpv6(network.vpc) === undefined
      ? [problem(IPV6, "a VPC with a range of IPv6", "none", "write network.vpc.ipv6 of the environment")]
      : []),
    ...(Number.isInteger(block) && block >= 0 && block < BLOCKS
      ? []
      : [
          problem(
            [...IPV6, "block"],
            `a whole number from 0 to ${BLOCKS - 1}`,
            show(block),
            "choose another",
          ),
        ]),
    ...(zones > MOST_ZONES
      ? [
          problem(
            IPV6,
            `${MOST_ZONES} zones at most`,
            String(zones),
            "a block has room for three subnets in each of five",
          ),
        ]
      : []),
  ];
}

/** Problems with other settings of the cluster, each with the path of what has to go. */
function problemsOfOthers(config: ClusterEnvironmentConfig): string[] {
  const { cluster, network, addons } = config;
  const { networkLoadBalancers = {} } = addons.awsLoadBalancerController || {};
  const refused: readonly (readonly [boolean, Path, string, string])[] = [
    [
      hasCilium(cluster),
      ["podNetwork", "engine"],
      "Cilium",
      "leave it out: Cilium has ranges of IPv4 alone here",
    ],
    [cluster.compute.kind === "auto", ["compute", "kind"], "EKS Auto Mode", "write node groups or Karpenter"],
    [
      hasPodSubnets(network),
      ["subnets", "pods"],
      "subnets of pods",
      "leave them out: a /64 has room for all pods",
    ],
    [hasExistingSubnets(network), ["subnets"], "subnets that exist", "let Terraform make them"],
    [
      cluster.proxy !== undefined,
      ["proxy"],
      "a proxy",
      "leave it out: its exceptions know addresses of IPv4 alone",
    ],
    [
      Object.keys(networkLoadBalancers).length > 0,
      ["addons", "awsLoadBalancerController", "networkLoadBalancers"],
      "load balancers with fixed addresses",
      "leave them out: those are addresses of IPv4",
    ],
  ];
  return [
    ...refused
      .filter(([is]) => is)
      .map(([, path, got, fix]) =>
        problem(path, "nothing that works with IPv4 alone, since ipv6 is set", got, fix),
      ),
    ...(["vpc-cni", "eks-pod-identity-agent"] as const)
      .filter((name) => !(name in cluster.eksAddons))
      .map((name) =>
        problem(
          ["eksAddons", name],
          "the add-on, since ipv6 is set",
          "false",
          "leave it on: the CNI gives pods their addresses by a role of its own",
        ),
      ),
  ];
}

const problemsOfMachines = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, { instanceTypes }]) =>
    instanceTypes.flatMap((type, index) =>
      hasPrefixes(type)
        ? []
        : [
            problem(
              ["nodeGroups", name, "instanceTypes", index],
              "an instance type of Nitro, since ipv6 is set",
              show(type),
              "choose a newer generation",
            ),
          ],
    ),
  );

/** Refuses one block of a VPC's range in two clusters. */
export const ipv6BlocksAreUnique = ({ clusters }: EnvironmentConfig): string[] =>
  clusters.flatMap(({ cluster }, index) => {
    const first = clusters
      .slice(0, index)
      .find((other) => cluster.ipv6 && other.cluster.ipv6?.block === cluster.ipv6.block);
    return first === undefined
      ? []
      : [
          problem(
            ["clusters", cluster.name, "ipv6", "block"],
            "a block of its own",
            `${cluster.ipv6!.block}, which ${first.cluster.name} has`,
            "give each cluster another",
          ),
        ];
  });
