import { type Block, parseCidr } from "../checking/cidr-block";
import { placedNodeGroups, type OfPlacedNodes } from "../cluster/placed-node-groups";
import type { OfNetworks } from "../network/rules/of-network";
import { problem } from "../checking/problem";

/**
 * Longest prefix of a subnet that a load balancer can be in: it asks for a /27 and eight free addresses.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
const SMALLEST_FOR_LOAD_BALANCERS = 27;

/** Tiers with load balancers: facing the internet in the one, internal in the other. */
const WITH_LOAD_BALANCERS = ["public", "private"] as const;

/** Refuses subnets in which no load balancer could be made. */
export const loadBalancersHaveAddresses = ({ clusters }: OfNetworks): string[] =>
  clusters.flatMap(({ cluster, network: { subnets } }) =>
    WITH_LOAD_BALANCERS.flatMap((tier) =>
      Object.entries(subnets[tier])
        .filter(([, cidr]) => parseCidr(cidr)?.prefix === SMALLEST_FOR_LOAD_BALANCERS + 1)
        .map(([letter]) =>
          problem(
            ["clusters", cluster.name, "subnets", tier, letter],
            `a /${SMALLEST_FOR_LOAD_BALANCERS} or larger`,
            `/${SMALLEST_FOR_LOAD_BALANCERS + 1}`,
            "write a larger range: a load balancer asks for one, and for eight free addresses in it",
          ),
        ),
    ),
  );

/**
 * Addresses of each subnet that AWS keeps.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const RESERVED = 5;

/**
 * Fewest addresses of a node: its own, and one for a pod that is not on the node's network.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html
 */
const ADDRESSES_OF_A_NODE = 2;

/** Refuses more nodes to begin with than the private subnets have addresses for. */
export function nodesHaveAddresses(config: OfPlacedNodes): string[] {
  const subnets = Object.entries(config.network.subnets.private).flatMap(([letter, cidr]) => {
    const block = parseCidr(cidr);
    return block ? [[letter, roomOf(block)] as const] : [];
  });
  const most = subnets.reduce((sum, [, room]) => sum + room, 0);
  const nodes = Object.values(placedNodeGroups(config)).reduce((sum, { size }) => sum + size.desired, 0);

  return subnets.length === 0 || !(nodes > most)
    ? []
    : [
        problem(
          ["nodeGroups"],
          `${most} nodes at most to begin with, ${ADDRESSES_OF_A_NODE} addresses for each`,
          String(nodes),
          "enlarge subnets.private, or begin with fewer nodes",
        ),
      ];
}

/** Number of nodes that a subnet has addresses for. */
const roomOf = ({ first, last }: Block): number =>
  Math.max(0, Math.floor((last - first + 1 - RESERVED) / ADDRESSES_OF_A_NODE));
