import { IPv6 } from "ipaddr.js";
import { NEEDED_TIERS, type SubnetCidrs, type SubnetTiers } from "./subnets";

/** Length of the prefix of a VPC's range of IPv6, which AWS gives every VPC by default. */
export const VPC_PREFIX = 56;

/** Length of the prefix of each subnet's range, which AWS takes. */
const SUBNET_PREFIX = 64;

/** Blocks in which a VPC's range is divided among clusters, and subnets in a block. */
export const BLOCKS = 16;

/** Zones of a cluster with IPv6: three tiers of them have room in a block. */
export const MOST_ZONES = 5;

/** Range of IPv6 of every address on the internet. */
const ON_THE_INTERNET = IPv6.parseCIDR("2000::/3");

/** Addresses of IPv6 for the pods and Services of a cluster. */
export interface Ipv6Settings {
  /**
   * Sixteenth of the VPC's range, 0 to 15, in which the cluster's subnets have theirs. No other cluster of the VPC has it.
   */
  readonly block: number;

  /**
   * Reason for which pods reach addresses of IPv4, such as those of databases and of GitHub, from the address of their node.
   * The VPC CNI judges no connection of IPv4 in a cluster of IPv6: every pod reaches them all.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html
   */
  readonly unjudgedIpv4: { readonly reason: string };
}

/** Says that a range is one of IPv6 on the internet, of a length that AWS gives a VPC, and written with its first address. */
export function isVpcRange(cidr: string): boolean {
  if (!IPv6.isValidCIDR(cidr)) {
    return false;
  }
  const [address, prefix] = IPv6.parseCIDR(cidr);
  return (
    prefix === VPC_PREFIX &&
    address.match(...ON_THE_INTERNET) &&
    IPv6.networkAddressFromCIDR(cidr).toString() === address.toString()
  );
}

/** Range of a subnet by its place in the range of a VPC, from 0 to 255. */
function subnetRange(vpcCidr: string, place: number): string {
  const bytes = IPv6.networkAddressFromCIDR(vpcCidr).toByteArray();
  // Rules refuse blocks and zones that have no place.
  bytes[VPC_PREFIX / 8] = place & 0xff;
  return `${new IPv6(bytes).toString()}/${SUBNET_PREFIX}`;
}

/** Ranges of IPv6 of the subnets of a cluster, beside those of IPv4: each tier has five places of the cluster's block. */
export function ipv6Subnets(vpcCidr: string, block: number, subnets: SubnetTiers): SubnetTiers {
  const ranges = (tier: SubnetCidrs, first: number): SubnetCidrs =>
    Object.fromEntries(
      Object.keys(tier).map((zone, index) => [zone, subnetRange(vpcCidr, block * BLOCKS + first + index)]),
    );
  const tiers = NEEDED_TIERS.map((name, index) => [name, ranges(subnets[name], index * MOST_ZONES)] as const);
  return { ...(Object.fromEntries(tiers) as Omit<SubnetTiers, "pods">), pods: {} };
}
