import type { NodeGroupConfig } from "../cluster";
import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { AMI_TYPES, architectureOf } from "./instance-types";
import { nearest } from "../../checking/nearest";
import { isWhole } from "../../checking/numbers";
import { oneOf, type Path, problem, show } from "../../checking/problem";

const NODE_GROUPS: Path = ["nodeGroups"];

const eachGroup = (
  { cluster }: ClusterEnvironmentConfig,
  check: (group: NodeGroupConfig, path: Path, name: string) => string[],
): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, group]) => check(group, [...NODE_GROUPS, name], name));

/** Refuses a cluster without node groups: its pods could not run. */
export const thereIsANodeGroup = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  Object.keys(cluster.nodeGroups).length > 0
    ? []
    : [problem(NODE_GROUPS, "one node group at least", "none", "pods would have nowhere to run")];

/**
 * Highest number of nodes that Kubernetes supports.
 *
 * @see https://kubernetes.io/docs/setup/best-practices/cluster-large/
 */
const MOST_NODES = 5000;

/** Refuses sizes that are not whole numbers in order. */
export const nodeGroupSizesAreOrdered = (config: ClusterEnvironmentConfig): string[] =>
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

/** Refuses an AMI type that EKS does not build. */
export const amiTypesAreKnown = (config: ClusterEnvironmentConfig): string[] =>
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

/** Refuses instance types that do not exist, or that the AMI is not built for. */
export const instanceTypesFitTheAmi = (config: ClusterEnvironmentConfig): string[] =>
  eachGroup(config, ({ amiType, instanceTypes }, path) => {
    const at = [...path, "instanceTypes"];
    const wanted = Object.hasOwn(AMI_TYPES, amiType) ? AMI_TYPES[amiType] : undefined;

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
export const disksHaveASensibleSize = (config: ClusterEnvironmentConfig): string[] =>
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
