import { z } from "zod";
import { contains, parseCidr } from "./cidr-block";
import { problemsOfCidr } from "./cidr";
import { exactObject, listOf } from "./exact-object";
import { type Path, problem, show } from "./problem";
import { problemsOfReason } from "./reason";

/** Addresses of the internet that may call: ranges, or every address for a reason. */
export const CALLERS = z.union(
  [
    exactObject({ cidrs: listOf(z.string()) }),
    exactObject({ everyAddress: exactObject({ reason: z.string() }) }),
  ],
  { error: () => '{ cidrs: ["203.0.113.0/24"] } or { everyAddress: { reason: "…" } }' },
);

export type Callers = z.output<typeof CALLERS>;

/**
 * Ranges that no caller from the internet has, which EKS refuses.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html
 */
const NOT_PUBLIC = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/4",
];

/** Shortest prefix of a range of callers. The largest networks of the internet have it. */
const WIDEST = 8;

/** Problems of callers: no range, ranges that are no networks of the internet, or no reason for every address. */
export function problemsOfCallers(callers: Callers, path: Path): string[] {
  if ("everyAddress" in callers) {
    return problemsOfReason(
      callers.everyAddress.reason,
      [...path, "everyAddress", "reason"],
      "say why callers have no addresses that can be listed",
    );
  }
  const { cidrs } = callers;
  return cidrs.length === 0
    ? [problem([...path, "cidrs"], "one range or more", "none", "list the addresses of those who may call")]
    : cidrs.flatMap((cidr, index) => problemsOfRange([...path, "cidrs", index], cidr));
}

function problemsOfRange(at: Path, cidr: string): string[] {
  const problems = problemsOfCidr(at, cidr);
  const block = parseCidr(cidr);
  if (problems.length > 0 || !block) {
    return problems;
  }
  if (block.prefix < WIDEST) {
    return [
      problem(
        at,
        `a prefix of ${WIDEST} or longer`,
        show(cidr),
        'list narrower ranges, or write everyAddress: { reason: "…" }',
      ),
    ];
  }
  return NOT_PUBLIC.some((range) => contains(parseCidr(range)!, block))
    ? [
        problem(
          at,
          "addresses of the internet",
          show(cidr),
          "callers inside the VPC need no entry; remove it",
        ),
      ]
    : [];
}
