import { z } from "zod";
import { type Block, contains, overlap, parseCidr } from "../checking/cidr-block";
import { problemsOfCidr } from "../checking/cidr";
import { listOf } from "../checking/exact-object";
import { isWhole } from "../checking/numbers";
import { type Path, problem, show } from "../checking/problem";
import { problemsOfReason } from "../checking/reason";
import { section } from "./section";

/** Ports on which the pods of an add-on may call hosts outside the cluster, and the reason. */
export const EGRESS = section(
  {
    /** Sentence that says what the add-on calls, and why. */
    reason: z.string(),

    /** TCP ports. */
    ports: listOf(z.number()),

    /**
     * Ranges of the hosts, where they are private ones.
     *
     * @default - the internet's addresses
     */
    cidrs: listOf(z.string()).optional(),
  },
  '{ reason: "…", ports: [443] }',
);

export type Egress = Readonly<z.infer<typeof EGRESS>>;

/** Problems of an egress: no reason, no ports, or ranges that no add-on calls. */
export const problemsOfEgress = ({ reason, ports, cidrs = [] }: Egress, path: Path): string[] => [
  ...problemsOfReason(reason, [...path, "reason"], "say what the add-on calls, and why"),
  ...(ports.length > 0 && ports.every((port) => isWhole(port, 1, 65_535))
    ? []
    : [problem([...path, "ports"], "TCP ports from 1 to 65535", show(ports), "write [443] for HTTPS")]),
  ...cidrs.flatMap((cidr, index) => problemsOfRange(cidr, [...path, "cidrs", index])),
];

/** Addresses of a node's own services: those of its role's credentials are among them. */
const OF_NODES = parseCidr("169.254.0.0/16")!;

/** Shortest prefix of a private network. */
const WIDEST = 8;

function problemsOfRange(cidr: string, path: Path): string[] {
  const block = parseCidr(cidr);
  if (!block) {
    return problemsOfCidr(path, cidr);
  }
  return [
    ...problemsOfCidr(path, cidr),
    ...(block.prefix < WIDEST || overlap(block, OF_NODES)
      ? [
          problem(
            path,
            `a range with a prefix of ${WIDEST} or longer, outside 169.254.0.0/16`,
            show(cidr),
            "leave cidrs out for the internet; pods take credentials from service accounts, not from nodes",
          ),
        ]
      : []),
  ];
}

/** True if an egress lets pods call a port of an address; `undefined` is one that is known by a name. */
export function opens(
  { ports, cidrs }: Egress,
  port: number | undefined,
  address: Block | undefined,
): boolean {
  const ranges = (cidrs ?? []).flatMap((cidr) => parseCidr(cidr) ?? []);
  return (
    (port === undefined || ports.includes(port)) &&
    (address === undefined || cidrs === undefined || ranges.some((range) => contains(range, address)))
  );
}
