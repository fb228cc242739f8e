import type { InRegion, OfClusterNetwork, OfNetwork } from "./of-network";
import { hasPodSubnets, NEEDED_TIERS } from "../subnets";
import { vpcCidr } from "../network";
import { REGIONS } from "../regions";
import { problemsOfCidr } from "../../checking/cidr";
import { nearest } from "../../checking/nearest";
import { oneOf, problem, show } from "../../checking/problem";
import { ownValue } from "../../checking/own-value";

/** Refuses a region that EKS does not run in. */
export function regionIsKnown({ region }: Pick<InRegion, "region">): string[] {
  if (REGIONS.includes(region)) {
    return [];
  }
  const meant = nearest(region, REGIONS);
  return [
    problem(
      ["region"],
      "a region of EKS",
      show(region),
      meant ? `did you mean ${show(meant)}?` : "see src/settings/network/regions.ts",
    ),
  ];
}

/** Refuses zones that are not one letter each, or not in the region. */
export const zonesLieInTheRegion = ({ region, network }: InRegion): string[] =>
  Object.entries(network.zones).flatMap(([letter, zone]) => [
    ...(/^[a-z]$/.test(letter)
      ? []
      : [
          problem(["network", "zones", letter], "one letter as the name", show(letter), 'call it "a", "b" …'),
        ]),
    ...(zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length))
      ? []
      : [
          problem(
            ["network", "zones", letter],
            `an availability zone of ${region}`,
            show(zone),
            `write one such as ${show(`${region}a`)}`,
          ),
        ]),
  ]);

/**
 * Fewer zones than elsewhere: an account has two in us-west-1.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
const MOST_ZONES: Readonly<Record<string, number>> = { "us-west-1": 2 };

/** The region has as many zones. */
export function theRegionHasTheZones({ region, network }: InRegion): string[] {
  const most = ownValue(MOST_ZONES, region) ?? Infinity;
  const zones = Object.values(network.zones);
  return zones.length <= most
    ? []
    : [
        problem(
          ["network", "zones"],
          `the ${most} zones that an account has in ${region}`,
          zones.join(", "),
          `write those that aws ec2 describe-availability-zones --region ${region} lists`,
        ),
      ];
}

/** EKS runs its control plane in two availability zones at least. */
export function thereAreTwoZones({ network }: OfNetwork): string[] {
  const zones = Object.values(network.zones);
  const distinct = new Set(zones).size;

  if (distinct < zones.length) {
    return [
      problem(
        ["network", "zones"],
        "a different availability zone for each letter",
        zones.join(", "),
        "write each zone once",
      ),
    ];
  }
  return distinct >= 2
    ? []
    : [
        problem(
          ["network", "zones"],
          "two availability zones at least",
          String(distinct),
          "EKS needs two; add some",
        ),
      ];
}

/**
 * Refuses a tier without one subnet in each zone: a zone's traffic leaves through a NAT gateway of its own.
 */
export function tiersCoverTheZones({ cluster, network }: OfClusterNetwork): string[] {
  const letters = Object.keys(network.zones).sort();
  const tiers = [...NEEDED_TIERS, ...(hasPodSubnets(network) ? (["pods"] as const) : [])].map(
    (tier) => [tier, Object.keys(network.subnets[tier]).sort()] as const,
  );
  const expected = `a subnet in each of the zones ${letters.join(", ")}`;

  if (tiers.every(([, covered]) => covered.length === 0)) {
    return !cluster.main || problemsOfCidr([], vpcCidr(network.vpc)).length > 0
      ? []
      : [problem(["subnets"], `${expected} for each tier`, "none", "only a /16 has a standard layout")];
  }
  return tiers
    .filter(([, covered]) => covered.join() !== letters.join())
    .map(([tier, covered]) =>
      problem(
        ["subnets", tier],
        expected,
        covered.length > 0 ? `subnets in ${covered.join(", ")}` : "none",
        "write one CIDR for each letter of network.zones",
      ),
    );
}

/** Refuses legacy subnets outside the environment's zones. */
export function legacySubnetsLieInTheZones({ network }: OfNetwork): string[] {
  const letters = Object.keys(network.zones);
  const legacy = "existing" in network.vpc ? {} : network.vpc.legacySubnets;

  return Object.entries(legacy ?? {})
    .filter(([, { zone }]) => !letters.includes(zone))
    .map(([name, { zone }]) =>
      problem(
        ["network", "vpc", "legacySubnets", name, "zone"],
        oneOf(letters),
        show(zone),
        "write a letter of network.zones",
      ),
    );
}
