import { overlap, parseCidr } from "../checking/cidr-block";
import { problem, show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { vpcCidr } from "../network/network";

/** Longest prefix of a subnet that a Client VPN is put into. */
const LONGEST_PREFIX = 27;

/** Refuses a Client VPN whose devices have addresses of the VPC, or whose subnets are too small for it. */
export function vpnsStayOutOfTheVpc({ cluster, network }: ClusterEnvironmentConfig): string[] {
  const { relay } = cluster.endpointAccess;
  if (relay?.kind !== "client-vpn") {
    return [];
  }
  const cidr = vpcCidr(network.vpc);
  const [clients, vpc] = [parseCidr(relay.clientCidr), parseCidr(cidr)];
  return [
    ...(clients && vpc && overlap(clients, vpc)
      ? [
          problem(
            ["endpointAccess", "relay", "clientCidr"],
            `a range outside the VPC (${cidr})`,
            show(relay.clientCidr),
            "AWS refuses devices with addresses of the VPC; take a range such as 172.27.0.0/22",
          ),
        ]
      : []),
    ...Object.entries(network.subnets.private)
      .filter(([, subnet]) => (parseCidr(subnet)?.prefix ?? 0) > LONGEST_PREFIX)
      .map(([zone, subnet]) =>
        problem(
          ["subnets", "private", zone],
          `a prefix of ${LONGEST_PREFIX} or shorter, since endpointAccess.relay is a Client VPN`,
          show(subnet),
          "give the subnet a larger range",
        ),
      ),
  ];
}
