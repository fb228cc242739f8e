import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { Construct } from "constructs";

export interface BlockedRangesProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];

  /** Ranges that nothing in the subnets sends to or hears from. */
  readonly ranges: readonly string[];

  /** Subnets have addresses of IPv6 too, of which an ACL refuses everything that it does not name. */
  readonly ipv6: boolean;
}

/** Number of the first rule of a direction. AWS takes the first that fits. */
const FIRST = 100;

/** Numbers of the rules for all other traffic: the highest that AWS takes. */
const LAST = 32_766;
const LAST_BY_IPV6 = LAST - 1;

const ALL_TRAFFIC = { protocol: "-1", fromPort: 0, toPort: 0 };

/**
 * Network ACL that keeps packets from and to some ranges out of subnets. Security groups judge all others: they can
 * allow, and deny nothing by itself.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export class BlockedRanges extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { clusterName, vpcId, subnetIds, ranges, ipv6 }: BlockedRangesProps,
  ) {
    super(scope, id);

    const rules = [
      ...ranges.map((cidrBlock, index) => ({
        ...ALL_TRAFFIC,
        ruleNo: FIRST + index,
        action: "deny",
        cidrBlock,
      })),
      { ...ALL_TRAFFIC, ruleNo: LAST, action: "allow", cidrBlock: "0.0.0.0/0" },
      ...(ipv6 ? [{ ...ALL_TRAFFIC, ruleNo: LAST_BY_IPV6, action: "allow", ipv6CidrBlock: "::/0" }] : []),
    ];
    new NetworkAcl(this, "acl", {
      vpcId,
      subnetIds: [...subnetIds],
      ingress: rules,
      egress: rules,
      tags: { Name: `${clusterName}-blocked-ranges` },
    });
  }
}
