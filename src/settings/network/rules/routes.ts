import { isWithin } from "../../checking/cidr-block";
import { type Path, problem, show } from "../../checking/problem";
import { type ExtraRoute, type RouteTarget, vpcCidrs } from "../network";
import { hasRoom, MOST_DESTINATIONS, problemsOfRange } from "./connections";
import type { OfNetwork } from "./of-network";

/** Beginning of the ids of each target, and the command that lists them. */
const TARGETS: Readonly<Record<KindOf<RouteTarget>, readonly [prefix: string, command: string]>> = {
  vpcPeering: ["pcx", "describe-vpc-peering-connections"],
  virtualPrivateGateway: ["vgw", "describe-vpn-gateways"],
  transitGateway: ["tgw", "describe-transit-gateways"],
  networkInterface: ["eni", "describe-network-interfaces"],
};

type KindOf<Union> = Union extends unknown ? keyof Union : never;

/** Refuses routes that lead nowhere, or where another leads. */
export function routesLeadElsewhere({ network }: OfNetwork): string[] {
  const { routes, transitGateway, blockedRanges, vpc } = network;
  const path = ["network", "routes"];
  const gateways = transitGateway?.destinations ?? [];
  return [
    ...hasRoom([...routes.map(({ to }) => to), ...gateways], path, MOST_DESTINATIONS),
    ...routes.flatMap((route, index) => {
      const at = [...path, index];
      return [
        ...problemsOfRange(route.to, [...at, "to"], vpcCidrs(vpc)),
        ...problemsOfTarget(route, [...at, "by"]),
        ...(gateways.includes(route.to)
          ? [
              problem(
                [...at, "to"],
                "a range that transitGateway does not lead to",
                show(route.to),
                "leave one out",
              ),
            ]
          : []),
        ...(routes.findIndex(({ to }) => to === route.to) < index
          ? [problem([...at, "to"], "one route for each range", `${route.to} again`, "remove it")]
          : []),
        ...blockedRanges
          .filter((range) => isWithin(route.to, range))
          .map((range) =>
            problem(
              [...at, "to"],
              "a range that blockedRanges leaves open",
              show(route.to),
              `${range} has all of it: leave one of the two out`,
            ),
          ),
      ];
    }),
  ];
}

function problemsOfTarget({ by }: ExtraRoute, path: Path): string[] {
  const [kind, id] = Object.entries(by)[0] as [KindOf<RouteTarget>, string];
  const [prefix, command] = TARGETS[kind];
  return new RegExp(`^${prefix}-[0-9a-f]{8,17}$`).test(id)
    ? []
    : [
        problem(
          [...path, kind],
          `an id such as "${prefix}-0a1b2c3d4e5f67890"`,
          show(id),
          `copy it: aws ec2 ${command}`,
        ),
      ];
}
