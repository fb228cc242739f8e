import { type Block, isWithin, overlap, parseCidr } from "../../checking/cidr-block";
import { problemsOfCidr } from "../../checking/cidr";
import { type Path, problem, show } from "../../checking/problem";
import { vpcCidrs } from "../network";
import type { OfNetwork } from "./of-network";

/** Most rules of a network ACL in one direction, without the two for all other traffic. AWS raises it to 40. */
const MOST_BLOCKED = 18;

/** Most routes to other networks of one route table, which has 50 unless AWS raises that. */
export const MOST_DESTINATIONS = 40;

/** Ranges that a list has twice, that are none, or that have addresses of the VPC. */
const problemsOfRanges = (ranges: readonly string[], path: Path, own: readonly string[]): string[] =>
  ranges.flatMap((range, index) => {
    const at = [...path, index];
    const problems = problemsOfRange(range, at, own);
    return problems.length === 0 && ranges.indexOf(range) < index
      ? [problem(at, "each range once", `${range} again`, "remove it")]
      : problems;
  });

/** Problems of a range that is none, or that has addresses of the VPC. */
export function problemsOfRange(range: string, at: Path, own: readonly string[]): string[] {
  const block = parseCidr(range);
  const problems = problemsOfCidr(at, range);
  if (problems.length > 0 || !block) {
    return problems;
  }
  return own.some((cidr) => overlapping(cidr, block))
    ? [
        problem(
          at,
          `a range outside the VPC (${own.join(", ")})`,
          show(range),
          "the VPC's own traffic never leaves it",
        ),
      ]
    : [];
}

function overlapping(cidr: string, block: Block): boolean {
  const one = parseCidr(cidr);
  return one !== undefined && overlap(one, block);
}

export const hasRoom = (ranges: readonly string[], path: Path, most: number): string[] =>
  ranges.length <= most
    ? []
    : [problem(path, `${most} ranges at most`, String(ranges.length), "join neighbours to larger ranges")];

/** Refuses blocked ranges that AWS refuses, or that the cluster needs. */
export const blockedRangesArePossible = ({ network }: OfNetwork): string[] => {
  const path = ["network", "blockedRanges"];
  const { blockedRanges, vpc } = network;
  return [
    ...hasRoom(blockedRanges, path, MOST_BLOCKED),
    ...problemsOfRanges(blockedRanges, path, vpcCidrs(vpc)),
  ];
};

const GATEWAY = /^tgw-[0-9a-f]{8,17}$/;

/** Refuses a transit gateway without an id or destinations, and destinations that nothing reaches. */
export function transitGatewayLeadsElsewhere({ network }: OfNetwork): string[] {
  const { transitGateway, blockedRanges, vpc } = network;
  if (transitGateway === undefined) {
    return [];
  }
  const { id, destinations } = transitGateway;
  const path = ["network", "transitGateway"];
  const to = [...path, "destinations"];
  return [
    ...(GATEWAY.test(id)
      ? []
      : [
          problem(
            [...path, "id"],
            "the id of a transit gateway",
            show(id),
            "copy it: aws ec2 describe-transit-gateways",
          ),
        ]),
    ...(destinations.length > 0
      ? []
      : [problem(to, "one range or more", "none", "list the networks behind it")]),
    ...hasRoom(destinations, to, MOST_DESTINATIONS),
    ...problemsOfRanges(destinations, to, vpcCidrs(vpc)),
    ...destinations.flatMap((destination, index) => {
      const blocked = blockedRanges.find((range) => isWithin(destination, range));
      return blocked === undefined
        ? []
        : [
            problem(
              [...to, index],
              "a range that blockedRanges leaves open",
              show(destination),
              `${blocked} has all of it: leave one of the two out`,
            ),
          ];
    }),
  ];
}

/** Most servers of time that DHCP names. */
const MOST_TIME_SERVERS = 4;

/** Refuses servers of time that are no addresses, or more than DHCP names. */
export const timeServersAreAddresses = ({ network: { vpc } }: OfNetwork): string[] => {
  if ("existing" in vpc || vpc.timeServers === undefined) {
    return [];
  }
  const { timeServers } = vpc;
  const path = ["network", "vpc", "timeServers"];
  return [
    ...(timeServers.length > 0 && timeServers.length <= MOST_TIME_SERVERS
      ? []
      : [
          problem(
            path,
            `one address to ${MOST_TIME_SERVERS}`,
            String(timeServers.length),
            "leave it out for AWS's own, 169.254.169.123",
          ),
        ]),
    ...timeServers.flatMap((server, index) =>
      parseCidr(`${server}/32`)
        ? []
        : [
            problem(
              [...path, index],
              'an IPv4 address such as "10.1.0.123"',
              show(server),
              "DHCP takes no names",
            ),
          ],
    ),
  ];
};
