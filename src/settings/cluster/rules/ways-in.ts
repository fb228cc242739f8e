import { parseCidr } from "../../checking/cidr-block";
import { problemsOfCidr } from "../../checking/cidr";
import { problem, show } from "../../checking/problem";
import { vpnsArePossible } from "./client-vpn";
import type { OfCluster } from "./of-cluster";
import { teleportCanBeJoined } from "./teleport";

/** Refuses a relay beside a public endpoint, which needs none. */
const relaysLeadInside = ({ cluster: { endpointAccess } }: OfCluster): string[] =>
  endpointAccess.relay === undefined || endpointAccess.public === false
    ? []
    : [
        problem(
          ["endpointAccess", "public"],
          "false beside a relay",
          "callers",
          "leave one of the two out: a relay leads to an API that answers inside the VPC alone",
        ),
      ];

/** Shortest prefix of a network of callers: the largest private range has it. */
const WIDEST = 8;

/** Refuses a network of callers that is none, or that is most of the internet. */
const networksAreRanges = ({ cluster: { endpointAccess } }: OfCluster): string[] => {
  const { relay } = endpointAccess;
  if (relay?.kind !== "network") {
    return [];
  }
  const path = ["endpointAccess", "relay", "cidrs"];
  return relay.cidrs.length === 0
    ? [problem(path, "one range or more", "none", "list the ranges of those who call")]
    : relay.cidrs.flatMap((cidr, index) => {
        const problems = problemsOfCidr([...path, index], cidr);
        const block = parseCidr(cidr);
        return problems.length > 0 || !block || block.prefix >= WIDEST
          ? problems
          : [
              problem(
                [...path, index],
                `a prefix of ${WIDEST} or longer`,
                show(cidr),
                "list narrower ranges",
              ),
            ];
      });
};

const WITH_DIGEST = /^[a-z0-9.-]+\.[a-z0-9.-]+(:\d+)?\/[a-z0-9._/-]+(:[\w.-]+)?@sha256:[0-9a-f]{64}$/;

/** Most agents at the same time. A plan of HCP Terraform has fewer runs. */
const MOST_AGENTS = 20;

/** Refuses an image of agents that may change, and a number of them that makes no sense. */
const agentsAreKnown = ({ cluster: { endpointAccess } }: OfCluster): string[] => {
  const { agents } = endpointAccess;
  const path = ["endpointAccess", "agents"];
  return agents === undefined
    ? []
    : [
        ...(WITH_DIGEST.test(agents.image)
          ? []
          : [
              problem(
                [...path, "image"],
                "an image with its host and digest, <host>/hashicorp/tfc-agent:<release>@sha256:…",
                show(agents.image),
                "they run with the rights of Terraform: copy the digest of the release",
              ),
            ]),
        ...(agents.count === undefined ||
        (Number.isInteger(agents.count) && agents.count >= 1 && agents.count <= MOST_AGENTS)
          ? []
          : [
              problem(
                [...path, "count"],
                `a whole number from 1 to ${MOST_AGENTS}`,
                show(agents.count),
                "leave it out for two",
              ),
            ]),
      ];
};

/** Rules of the ways to the Kubernetes API. */
export const WAYS_IN_RULES = [
  relaysLeadInside,
  vpnsArePossible,
  networksAreRanges,
  teleportCanBeJoined,
  agentsAreKnown,
];
