import { EPHEMERAL_NAME, type EnvironmentConfig } from "../environment/environment";
import { environmentLabel } from "../checking/label";
import { problem, show } from "../checking/problem";
import { type Block, contains, overlap, parseCidr } from "../checking/cidr-block";
import { parsed, rangesOf } from "../network/rules/subnets";

/** Ranges that no host on the internet has: RFC 1918, and RFC 6598, which carriers use. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap(blockOf);

/** Further ranges of pods, which no other network sees: the CNI sends what leaves the VPC from the address of the node. */
const SHARED = ["100.64.0.0/10"].flatMap(blockOf);

/**
 * VPC that an environment makes has private addresses. A public range would hide the hosts on the internet that own
 * it. One that exists already is taken as it is.
 */
export const vpcIsPrivate = (config: EnvironmentConfig): string[] =>
  "existing" in config.network.vpc
    ? []
    : parsed(rangesOf(config))
        .filter(({ block }) => !PRIVATE.some((range) => contains(range, block)))
        .map(({ path, cidr }) =>
          problem(
            path,
            "a private range",
            show(cidr),
            "take one inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10: hosts on the internet own all others",
          ),
        );

/**
 * No two environments that stay have an address in common, so that their VPCs can be joined. Environments that live
 * for days all have the same range: nothing is ever joined with them.
 */
export function vpcsDoNotOverlap(environments: readonly EnvironmentConfig[]): string[] {
  const staying = environments
    .filter(({ name }) => !EPHEMERAL_NAME.test(name))
    .flatMap((config) =>
      parsed(rangesOf(config))
        .filter(({ block }, index) => index === 0 || !SHARED.some((range) => contains(range, block)))
        .map(({ block, path }) => ({ config, block, path })),
    );

  return staying.flatMap(({ config, block, path }, index) =>
    staying
      .slice(0, index)
      // A rule of its own refuses environments of one name.
      .filter((other) => other.config.name !== config.name && overlap(other.block, block))
      .map(
        (other) =>
          `${environmentLabel(config)} ${problem(
            path,
            `a range that ${environmentLabel(other.config)} (${other.block.cidr}) leaves free`,
            show(block.cidr),
            "move one of the two: VPCs with addresses in common can never be joined",
          )}`,
      ),
  );
}

function blockOf(cidr: string): Block[] {
  const block = parseCidr(cidr);
  return block ? [block] : [];
}
