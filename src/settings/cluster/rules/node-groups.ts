import type { NodeGroupConfig } from "../node-group";
import { type OfPlacedNodes, placedNodeGroups } from "../placed-node-groups";
import { keepsPodsAway } from "./node-placement";
import { startsWithoutNodes } from "../compute/compute";
import type { OfCluster } from "./of-cluster";
import {
  AMI_TYPES,
  AMI_TYPES_WITHOUT_DEVICE_PLUGIN,
  architectureOf,
  hasNvidia,
  isTooSmall,
} from "./instance-types";
import { nearest } from "../../checking/nearest";
import { isWhole } from "../../checking/numbers";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import { ownValue } from "../../checking/own-value";

const NODE_GROUPS: Path = ["nodeGroups"];

const eachGroup = (
  { cluster }: OfCluster,
  check: (group: NodeGroupConfig, path: Path, name: string) => string[],
): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, group]) => check(group, [...NODE_GROUPS, name], name));

/** Refuses a cluster without node groups, unless something else makes its first node: its pods could not run. */
export const thereIsANodeGroup = ({ cluster }: OfCluster): string[] =>
  Object.keys(cluster.nodeGroups).length > 0 || startsWithoutNodes(cluster.compute)
    ? []
    : [problem(NODE_GROUPS, "one node group at least", "none", "pods would have nowhere to run")];

/**
 * Most managed node groups of a cluster. An account begins with 30, which AWS raises to this.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/eks.html
 * @see https://github.com/aws/containers-roadmap/issues/2272
 */
const MOST_NODE_GROUPS = 100;

/** Refuses more node groups than EKS makes for a cluster. A group per zone counts once for each. */
export function nodeGroupsFit(config: OfPlacedNodes): string[] {
  const count = Object.keys(placedNodeGroups(config)).length;
  return count <= MOST_NODE_GROUPS
    ? []
    : [
        problem(
          NODE_GROUPS,
          `${MOST_NODE_GROUPS} groups at most, those of one zone counted each`,
          String(count),
          "join groups whose nodes are alike, or make a second cluster",
        ),
      ];
}

/**
 * Highest number of nodes that Kubernetes supports.
 *
 * @see https://kubernetes.io/docs/setup/best-practices/cluster-large/
 */
const MOST_NODES = 5000;

/** Refuses sizes that are not whole numbers in order. */
export const nodeGroupSizesAreOrdered = (config: OfCluster): string[] =>
  eachGroup(config, ({ size: { min, desired, max } }, path) => {
    const at = [...path, "size"];
    const got = `${min}, ${desired}, ${max}`;

    if (![min, desired, max].every((nodes) => isWhole(nodes, 0, MOST_NODES))) {
      return [
        problem(at, `whole numbers from 0 to ${MOST_NODES} for min, desired and max`, got, "count nodes"),
      ];
    }
    if (max === 0) {
      return [problem([...at, "max"], "1 at least", "0", "a group that is off is left out")];
    }
    return min <= desired && desired <= max
      ? []
      : [problem(at, "min <= desired <= max", got, "put them in order")];
  });

/**
 * A cluster begins with a node. The autoscaler is a pod itself: with none to run it, nothing makes the first.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html
 */
export const aNodeIsThereFromTheStart = ({ cluster: { compute, nodeGroups } }: OfCluster): string[] => {
  // Their pods tolerate no taints.
  const groups = Object.entries(nodeGroups).filter(([, group]) => !keepsPodsAway(group));
  const mayHaveSome = ({ size: { min, desired, max } }: NodeGroupConfig) =>
    min === 0 && desired === 0 && isWhole(max, 1, MOST_NODES);
  return groups.length === 0 ||
    startsWithoutNodes(compute) ||
    !groups.every(([, group]) => mayHaveSome(group))
    ? []
    : [
        problem(
          NODE_GROUPS,
          "one group at least without taints whose size.desired is 1 or more",
          groups.map(([name]) => `0 for ${name}`).join(", "),
          "CoreDNS and the cluster autoscaler are pods: with no node they never start, and nothing makes the first node",
        ),
      ];
};

/** The AMI type is one that EKS builds. */
export const amiTypesAreKnown = (config: OfCluster): string[] =>
  eachGroup(config, ({ amiType }, path) => {
    if (Object.hasOwn(AMI_TYPES, amiType)) {
      return [];
    }
    const known = Object.keys(AMI_TYPES);
    const meant = nearest(amiType, known);
    return [
      problem(
        [...path, "amiType"],
        oneOf(known),
        show(amiType),
        meant ? `did you mean ${show(meant)}?` : "write one of them",
      ),
    ];
  });

/** Pods can ask for the accelerators of nodes that have some. */
export const acceleratorsHaveTheirPlugin = (config: OfCluster): string[] =>
  eachGroup(config, ({ amiType }, path) =>
    Object.hasOwn(AMI_TYPES_WITHOUT_DEVICE_PLUGIN, amiType)
      ? [
          problem(
            [...path, "amiType"],
            "an AMI type whose accelerators pods can ask for",
            `${show(amiType)}, which needs a device plugin that the platform does not install`,
            AMI_TYPES_WITHOUT_DEVICE_PLUGIN[amiType]!,
          ),
        ]
      : [],
  );

/** Instance types have what the AMI type is for, room for pods besides a node's agents, and are written once. */
export const instanceTypesAreUsable = (config: OfCluster): string[] =>
  eachGroup(config, ({ amiType, instanceTypes }, path) =>
    instanceTypes.flatMap((type, index) => {
      const at = [...path, "instanceTypes", index];
      return [
        ...(instanceTypes.indexOf(type) < index
          ? [
              problem(
                at,
                "each instance type once",
                `${show(type)} again`,
                "remove it: EKS refuses duplicates",
              ),
            ]
          : []),
        ...(isTooSmall(type)
          ? [problem(at, "small at least", show(type), "the agents of a node leave no room for other pods")]
          : []),
        ...(amiType.endsWith("_NVIDIA") && !hasNvidia(type)
          ? [
              problem(
                at,
                `an instance type with NVIDIA's accelerators, as ${amiType} is for`,
                show(type),
                'name one such as "g6.xlarge", or change the AMI type',
              ),
            ]
          : []),
      ];
    }),
  );

/** Instance types are names of instance types, and run what the AMI is built for. */
export const instanceTypesFitTheAmi = (config: OfCluster): string[] =>
  eachGroup(config, ({ amiType, instanceTypes }, path) => {
    const at = [...path, "instanceTypes"];
    const wanted = ownValue(AMI_TYPES, amiType);

    if (instanceTypes.length === 0) {
      return [problem(at, "one instance type at least", "none", 'name some, such as "m8g.4xlarge"')];
    }
    return instanceTypes.flatMap((type, index) => {
      const architecture = architectureOf(type);
      if (!architecture) {
        return [
          problem([...at, index], 'an instance type such as "m8g.4xlarge"', show(type), "write family.size"),
        ];
      }
      return !wanted || architecture === wanted
        ? []
        : [
            problem(
              [...at, index],
              `an instance type for ${wanted}, as ${amiType} is`,
              `${show(type)}, which is ${architecture}`,
              "change it or the AMI type",
            ),
          ];
    });
  });

const DISK_GIB = { least: 20, most: 16384 };

/** Refuses disks too small for the AMI and the images of many pods. */
export const disksHaveASensibleSize = (config: OfCluster): string[] =>
  eachGroup(config, ({ diskGib }, path) =>
    isWhole(diskGib, DISK_GIB.least, DISK_GIB.most)
      ? []
      : [
          problem(
            [...path, "diskGib"],
            `a whole number from ${DISK_GIB.least} to ${DISK_GIB.most}`,
            show(diskGib),
            "the AMI and the images of its pods must fit",
          ),
        ],
  );
