import { type Block, contains, overlap, parseCidr } from "../../checking/cidr-block";
import type { OfNetwork, OfNetworks } from "./of-network";
import { SUBNET_TIERS } from "../subnets";
import { vpcCidrs } from "../network";
import { problemsOfCidr } from "../../checking/cidr";
import { oneOf, type Path, pathText, problem, show } from "../../checking/problem";

export interface Range {
  readonly path: Path;
  readonly cidr: string;
}

/** Refuses a range that is no network's CIDR. */
export const cidrsAreNetworks = (config: OfNetworks): string[] =>
  [...rangesOf(config), ...subnetsOf(config)].flatMap(({ path, cidr }) => problemsOfCidr(path, cidr));

/**
 * Refuses VPCs and subnets of a size that AWS does not make.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const rangesHaveAnAllowedSize = (config: OfNetworks): string[] =>
  parsed([...rangesOf(config), ...subnetsOf(config)])
    .filter(({ block }) => block.prefix < 16 || block.prefix > 28)
    .map(({ path, block }) =>
      problem(path, "a prefix length from /16 to /28", `/${block.prefix}`, "AWS makes no other sizes"),
    );

/** Refuses subnets outside their VPC. */
export function subnetsLieInTheVpc(config: OfNetworks): string[] {
  const ranges = parsed(rangesOf(config));
  const [first] = ranges;
  if (!first) {
    return [];
  }
  return parsed(subnetsOf(config))
    .filter(({ block }) => !ranges.some((range) => contains(range.block, block)))
    .map(({ path, cidr }) =>
      problem(
        path,
        `a subnet of ${oneOf(ranges.map(({ block }) => block.cidr))}`,
        show(cidr),
        `move it inside ${pathText(first.path)}`,
      ),
    );
}

/** Refuses subnets that share an address. */
export function subnetsDoNotOverlap(config: OfNetworks): string[] {
  const subnets = parsed(subnetsOf(config));

  return subnets.flatMap(({ path, cidr, block }, index) =>
    subnets
      .slice(0, index)
      .filter((other) => overlap(other.block, block))
      .map((other) =>
        problem(
          path,
          `a range that ${pathText(other.path)} (${other.cidr}) leaves free`,
          show(cidr),
          "move one of the two",
        ),
      ),
  );
}

/** Ranges of the VPC, the first one first. */
export function rangesOf({ network: { vpc } }: OfNetwork): Range[] {
  const path = ["network", "vpc", ...("existing" in vpc ? ["existing"] : [])];
  return vpcCidrs(vpc).map((cidr, index) => ({
    path: index === 0 ? [...path, "cidr"] : [...path, "secondaryCidrs", index - 1],
    cidr,
  }));
}

function subnetsOf({ clusters, network }: OfNetworks): Range[] {
  const tiers = clusters.flatMap(({ cluster, network: { subnets } }) =>
    SUBNET_TIERS.flatMap((tier) =>
      Object.entries(subnets[tier]).map(([zone, cidr]) => ({
        path: ["clusters", cluster.name, "subnets", tier, zone],
        cidr,
      })),
    ),
  );
  const legacy = "existing" in network.vpc ? {} : network.vpc.legacySubnets;

  return [
    ...tiers,
    ...Object.entries(legacy ?? {}).map(([name, { cidr }]) => ({
      path: ["network", "vpc", "legacySubnets", name, "cidr"],
      cidr,
    })),
  ];
}

/** Ranges that are some. */
export const parsed = (ranges: readonly Range[]): (Range & { readonly block: Block })[] =>
  ranges.flatMap((range) => {
    const block = parseCidr(range.cidr);
    return block ? [{ ...range, block }] : [];
  });
