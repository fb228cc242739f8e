import { type Block, contains, overlap, parseCidr } from "../../checking/cidr-block";
import { pathText, problem, show } from "../../checking/problem";
import type { OfNetwork } from "./of-network";
import { parsed, rangesOf } from "./subnets";

/** Most ranges of a VPC beside its first, unless AWS raises that. */
const MOST = 4;

/** Ranges that do not stand beside each other in a VPC, of which each is the restricted one of the others. */
const APART = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"].map((cidr) =>
  parseCidr(cidr)!,
);

/**
 * Refuses further ranges of a VPC that AWS does not add to its first.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export function secondaryRangesFit(config: OfNetwork): string[] {
  const [first, ...others] = rangesOf(config);
  const ranges = parsed([first!, ...others]);
  const path = first!.path.slice(0, -1);
  return [
    ...(others.length <= MOST
      ? []
      : [
          problem(
            [...path, "secondaryCidrs"],
            `${MOST} ranges at most`,
            String(others.length),
            "join neighbours to larger ranges",
          ),
        ]),
    ...ranges.slice(1).flatMap((range, index) => [
      ...ranges
        .slice(0, index + 1)
        .filter(({ block }) => overlap(block, range.block))
        .map((other) =>
          problem(
            range.path,
            `a range that ${pathText(other.path)} (${other.cidr}) leaves free`,
            show(range.cidr),
            "move one of the two",
          ),
        ),
      ...(ranges[0] !== undefined && standsApart(ranges[0].block, range.block)
        ? [
            problem(
              range.path,
              `a range that AWS adds to ${ranges[0].cidr}`,
              show(range.cidr),
              "take one of the same private network, or of 100.64.0.0/10",
            ),
          ]
        : []),
    ]),
  ];
}

/** Says that AWS refuses the second range beside the first. */
function standsApart(first: Block, second: Block): boolean {
  const restricted = APART.filter((range) => contains(range, second));
  return restricted.some((range) => !contains(range, first));
}
