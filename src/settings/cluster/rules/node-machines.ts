import { isWhole } from "../../checking/numbers";
import { type Path, problem, show } from "../../checking/problem";
import type { DiskPerformance, NodeGroupConfig } from "../node-group";
import type { OfPlacedNodes } from "../placed-node-groups";

const eachGroup = (
  { cluster }: Pick<OfPlacedNodes, "cluster">,
  check: (group: NodeGroupConfig, path: Path) => string[],
): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, group]) => check(group, ["nodeGroups", name]));

/** Bounds of the performance of a disk of each type. */
const IOPS = {
  gp3: { least: 3_000, most: 16_000, forEachGib: 500 },
  io2: { least: 100, most: 256_000, forEachGib: 1_000 },
} as const;

const THROUGHPUT = { least: 125, most: 1_000, ofIops: 0.25 } as const;

/**
 * Refuses a performance that no disk of its type and size has.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 */
export const disksPerformAsTheyCan = (config: Pick<OfPlacedNodes, "cluster">): string[] =>
  eachGroup(config, ({ diskPerformance, diskGib }, path) =>
    diskPerformance === undefined
      ? []
      : problemsOfDisk(diskPerformance, diskGib, [...path, "diskPerformance"]),
  );

function problemsOfDisk(disk: DiskPerformance, gib: number, path: Path): string[] {
  const { least, most, forEachGib } = IOPS[disk.type];
  const iops = disk.iops ?? least;
  const highest = Math.min(most, gib * forEachGib);
  const throughput = disk.type === "gp3" ? disk.throughputMib : undefined;
  const fastest = Math.min(THROUGHPUT.most, Math.floor(iops * THROUGHPUT.ofIops));
  return [
    ...(isWhole(iops, least, highest)
      ? []
      : [
          problem(
            [...path, "iops"],
            `a whole number from ${least} to ${highest} for ${disk.type} of ${gib} GiB`,
            show(iops),
            "change it, or diskGib",
          ),
        ]),
    ...(throughput === undefined || isWhole(throughput, THROUGHPUT.least, fastest)
      ? []
      : [
          problem(
            [...path, "throughputMib"],
            `a whole number from ${THROUGHPUT.least} to ${fastest} with ${iops} iops`,
            show(throughput),
            "change it, or iops",
          ),
        ]),
  ];
}

/** Most nodes of a placement group that spreads them, and most parts of one with parts, in each zone. */
const MOST_IN_A_ZONE = 7;

/**
 * Refuses placements that AWS cannot give: nodes near each other in several zones, more nodes apart than racks, and types of
 * instances that no such group takes.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/limitations-placement-groups.html
 */
export const placementsArePossible = (config: OfPlacedNodes): string[] =>
  eachGroup(config, (group, at) => {
    const { placement, size, instanceTypes } = group;
    const path = [...at, "placement"];
    const zones = group.perZone ? ["one"] : (group.zones ?? Object.keys(config.network.subnets.private));
    if (placement === "cluster") {
      return [
        ...(zones.length === 1
          ? []
          : [
              problem(
                path,
                '"cluster" in one zone',
                `zones ${zones.join(", ")}`,
                "name one in zones, or write perZone: true",
              ),
            ]),
        ...instanceTypes
          .filter((type) => /^t\d/.test(type))
          .map((type) =>
            problem(
              path,
              '"cluster" with instances that are not burstable',
              show(type),
              "choose another type",
            ),
          ),
      ];
    }
    const most = MOST_IN_A_ZONE * zones.length;
    return placement === "spread" && size.max > most
      ? [
          problem(
            path,
            `"spread" with ${most} nodes at most, ${MOST_IN_A_ZONE} in each zone`,
            String(size.max),
            'lower size.max, or write "partition"',
          ),
        ]
      : [];
  });

/** Most nodes that EKS replaces at once. */
const MOST_AT_ONCE = 100;

/**
 * Refuses numbers of nodes that EKS does not replace at once.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html
 */
export const nodesAreReplacedInTurn = (config: Pick<OfPlacedNodes, "cluster">): string[] =>
  eachGroup(config, ({ replaces }, path) => {
    if (replaces === undefined) {
      return [];
    }
    const [[key, value]] = Object.entries(replaces) as [[string, number]];
    return isWhole(value, 1, MOST_AT_ONCE)
      ? []
      : [
          problem(
            [...path, "replaces", key],
            `a whole number from 1 to ${MOST_AT_ONCE}`,
            show(value),
            "leave it out for one node at a time",
          ),
        ];
  });
