import { parseCidr } from "../../checking/cidr-block";
import { problem, show } from "../../checking/problem";
import { hasExistingSubnets, SUBNET_TIERS, type SubnetSource } from "../subnets";
import type { OfClusterNetwork } from "./of-network";

/** Refuses subnets of which some exist and some do not: the owner of their routes would be two. */
export function subnetsExistTogether({ network }: OfClusterNetwork): string[] {
  const { subnets, existingSubnets } = network;
  return !hasExistingSubnets(network)
    ? []
    : SUBNET_TIERS.flatMap((tier) =>
        Object.keys(subnets[tier])
          .filter((zone) => !existingSubnets[tier][zone])
          .map((zone) =>
            problem(
              ["subnets", tier, zone],
              "a subnet that exists, as others of the cluster do",
              show(subnets[tier][zone]),
              'write { cidr: "…", id: "subnet-…" } or { cidr: "…", tags: { … } } for each, or for none',
            ),
          ),
      );
}

/** Refuses existing subnets that Terraform could not find. */
export const existingSubnetsCanBeFound = ({ network: { existingSubnets } }: OfClusterNetwork): string[] =>
  SUBNET_TIERS.flatMap((tier) =>
    Object.entries(existingSubnets[tier]).flatMap(([zone, source]) =>
      problemsOfSource(["subnets", tier, zone], source),
    ),
  );

function problemsOfSource(path: string[], source: SubnetSource): string[] {
  if ("id" in source) {
    return /^subnet-[0-9a-f]{8,17}$/.test(source.id)
      ? []
      : [
          problem(
            [...path, "id"],
            'an id such as "subnet-0a1b2c3d4e5f67890"',
            show(source.id),
            "copy it: aws ec2 describe-subnets",
          ),
        ];
  }
  return Object.keys(source.tags).length > 0
    ? []
    : [problem([...path, "tags"], "one tag at least", "none", "write tags that one subnet of the zone has")];
}

/** Refuses NAT gateways in subnets that exist, addresses of a way out that Terraform makes, and what are no addresses. */
export function theWayOutFitsTheSubnets({ network }: OfClusterNetwork): string[] {
  const { nat } = network;
  const exist = hasExistingSubnets(network);
  if (typeof nat === "string") {
    return exist && nat !== "none"
      ? [
          problem(
            ["nat"],
            '"none", or the addresses of the way out of the subnets',
            show(nat),
            'write { addresses: ["<public address>"] }: routes of subnets that exist are their owner\'s',
          ),
        ]
      : [];
  }
  return [
    ...(exist
      ? []
      : [
          problem(
            ["nat"],
            '"per-zone", "single" or "none" for subnets that Terraform makes',
            "addresses",
            "leave nat out, or write subnets that exist",
          ),
        ]),
    ...(nat.addresses.length > 0
      ? []
      : [
          problem(
            ["nat", "addresses"],
            "one address at least",
            "none",
            'write those of the NAT gateways, or nat: "none"',
          ),
        ]),
    ...nat.addresses.flatMap((address, index) =>
      parseCidr(`${address}/32`)
        ? []
        : [
            problem(
              ["nat", "addresses", index],
              'an IPv4 address such as "192.0.2.10"',
              show(address),
              "write one that callers see",
            ),
          ],
    ),
  ];
}

/** Refuses changes to the routes and ACLs of subnets that exist. */
export function existingSubnetsAreLeftAlone({ network }: OfClusterNetwork): string[] {
  const { transitGateway, routes, blockedRanges } = network;
  const changes: [name: string, isThere: boolean][] = [
    ["transitGateway", transitGateway !== undefined],
    ["routes", routes.length > 0],
    ["blockedRanges", blockedRanges.length > 0],
  ];
  return hasExistingSubnets(network)
    ? changes
        .filter(([, isThere]) => isThere)
        .map(([name]) =>
          problem(
            ["subnets"],
            `subnets that Terraform makes, since network.${name} changes their routes or ACL`,
            "subnets that exist",
            `leave network.${name} out, and have their owner change them`,
          ),
        )
    : [];
}
