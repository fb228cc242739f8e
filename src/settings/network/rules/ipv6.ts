import { problem, show } from "../../checking/problem";
import { isVpcRange, VPC_PREFIX } from "../ipv6";
import { vpcIpv6 } from "../network";
import type { OfNetwork } from "./of-network";

/** Refuses a range of IPv6 that a VPC cannot have, and ids of what gives or uses it that are not of AWS's kinds. */
export function ipv6RangesAreUsable({ network: { vpc } }: OfNetwork): string[] {
  const cidr = vpcIpv6(vpc);
  if (cidr === undefined) {
    return [];
  }
  const path = ["network", "vpc", ...("existing" in vpc ? ["existing"] : []), "ipv6"];
  const [key, kind, id] =
    "existing" in vpc
      ? ["egressOnlyGatewayId", "eigw", vpc.existing.ipv6!.egressOnlyGatewayId]
      : ["ipamPool", "ipam-pool", vpc.ipv6!.ipamPool];
  return [
    ...(isVpcRange(cidr)
      ? []
      : [
          problem(
            [...path, "cidr"],
            `a /${VPC_PREFIX} of the internet, by its first address, such as "2a05:d018:1234:5600::/${VPC_PREFIX}"`,
            show(cidr),
            "copy it from the pool of IPAM, or from the VPC",
          ),
        ]),
    ...(new RegExp(`^${kind}-[0-9a-f]{8,17}$`).test(id)
      ? []
      : [
          problem(
            [...path, key],
            `an id such as "${kind}-0a1b2c3d4e5f67890"`,
            show(id),
            "copy it from the AWS console",
          ),
        ]),
  ];
}
