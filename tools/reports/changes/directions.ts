import { ownValue } from "../../../src/settings/checking/own-value";
import { asList, asMap, isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";
import { engineOf } from "./engines";
import { keepingOf } from "./keeping";
import type { Json } from "../../../src/output/leaves";

/** Reasons why AWS refuses a change, or why it weakens what protects the platform. */
type Direction = (old: JsonMap, now: JsonMap) => readonly string[];

/** Changes that go the wrong way: AWS refuses them after other stacks were applied, or they open or unprotect something. */
export const reasonsOf = (type: string, old: JsonMap, now: JsonMap): readonly string[] =>
  [...(ownValue(DIRECTIONS, type) ?? []), ...engineOf(type), losesItsProtection, ...keepingOf(type)].flatMap(
    (direction) => direction(old, now),
  );

/** Value at the end of names, through lists of one. */
function at(block: JsonMap, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((value, name) => {
    const [only] = asList(value);
    return isMap(only) ? valueAt(only, name) : undefined;
  }, block);
}

const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

const minorOf = (version: Json | undefined): number =>
  typeof version === "string" ? Number(/^1\.(\d+)$/.exec(version)?.[1]) : NaN;

/**
 * A minor of Kubernetes that is skipped, or that goes back.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/rollback-cluster.html
 */
const minorJumps: Direction = (old, now) => {
  const [before, after] = [minorOf(old.version), minorOf(now.version)];
  const words = `from 1.${before} to 1.${after}`;
  if (after > before + 1) {
    return [`is refused: EKS goes from one minor to the next, not ${words}; apply 1.${before + 1} first`];
  }
  if (after < before - 1) {
    return [`is refused: EKS goes back one minor at most, not ${words}; keep 1.${before}`];
  }
  return after < before
    ? [
        `goes back ${words}: EKS allows it for seven days after the upgrade, and refuses it later; node groups go back first`,
      ]
    : [];
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const zonesChange: Direction = (old, now) => {
  const [before, after] = [old, now].map((block) => asList(at(block, "vpc_config", "subnet_ids")).length);
  return before === after || before === 0
    ? []
    : [
        `is refused: EKS keeps the availability zones that the cluster was made in, and its subnets go from ${before} to ${after}; ` +
          "keep network.zones, or make another cluster. The vpc stack, which is applied before, may have destroyed subnets and addresses by then",
      ];
};

const isOpen = (block: JsonMap): boolean => at(block, "vpc_config", "endpoint_public_access") !== false;

const rangesOf = (block: JsonMap): readonly string[] => {
  const ranges = asList(at(block, "vpc_config", "public_access_cidrs")).map(String);
  return ranges.length > 0 ? ranges : ["0.0.0.0/0"];
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html */
const apiIsOpened: Direction = (old, now) => {
  if (!isOpen(now)) {
    return [];
  }
  const [before, after] = [isOpen(old) ? rangesOf(old) : [], rangesOf(now)];
  const more = after.filter((range) => !before.includes(range) && !before.includes("0.0.0.0/0"));
  return more.length > 0 ? [`opens the Kubernetes API to ${more.join(", ")}`] : [];
};

const MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"];

/** @see https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html */
const authenticationGoesBack: Direction = (old, now) => {
  const [before, after] = [old, now].map((block) => at(block, "access_config", "authentication_mode"));
  return typeof before === "string" &&
    typeof after === "string" &&
    MODES.indexOf(after) < MODES.indexOf(before)
    ? [`is refused: EKS never goes back from ${before} to ${after}; keep ${before}`]
    : [];
};

/**
 * Sizes between which EKS would find the running number of nodes out of bounds: Terraform sends that number with them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html
 */
const sizesLeaveOutWhatRuns: Direction = (old, now) => {
  const size = (block: JsonMap, name: string) => numberOf(at(block, "scaling_config", name));
  const [min, max] = [size(old, "min_size"), size(old, "max_size")];
  const [newMin, newMax] = [size(now, "min_size"), size(now, "max_size")];
  if (min === undefined || max === undefined || newMin === undefined || newMax === undefined) {
    return [];
  }
  const first = (desired: number) =>
    "desired_size is ignored after creation, so first run aws eks update-nodegroup-config --cluster-name <cluster> " +
    `--nodegroup-name <group> --scaling-config minSize=${Math.min(min, newMin)},maxSize=${Math.max(max, newMax)},desiredSize=${desired}`;
  return [
    ...(newMin > min ? [`is refused while fewer than ${newMin} nodes run: ${first(newMin)}`] : []),
    ...(newMax < max ? [`is refused while more than ${newMax} nodes run: ${first(newMax)}`] : []),
  ];
};

/** Arguments by which AWS refuses to delete a thing. */
const PROTECTED_BY = ["deletion_protection", "deletion_protection_enabled"];

const losesItsProtection: Direction = (old, now) => [
  ...(PROTECTED_BY.some((name) => valueAt(old, name) === true && valueAt(now, name) !== true)
    ? ["loses its protection: AWS would now delete it"]
    : []),
  ...(asMap(old.lifecycle).prevent_destroy === true && asMap(now.lifecycle).prevent_destroy !== true
    ? ["loses its protection: Terraform would now destroy it"]
    : []),
];

const DIRECTIONS: Readonly<Record<string, readonly Direction[]>> = {
  aws_eks_cluster: [minorJumps, zonesChange, apiIsOpened, authenticationGoesBack],
  aws_eks_node_group: [minorJumps, sizesLeaveOutWhatRuns],
};
