import type { NodePool } from "../compute/compute";
import type { OfCluster } from "./of-cluster";
import { problemsOfNodeLabels, problemsOfNodeTaints } from "./node-placement";
import { isWhole } from "../../checking/numbers";
import { type Path, problem, show } from "../../checking/problem";

const eachPool = (
  { cluster: { compute } }: OfCluster,
  check: (pool: NodePool, path: Path) => string[],
): string[] =>
  compute.kind === "node-groups"
    ? []
    : Object.entries(compute.nodePools).flatMap(([name, pool]) =>
        check(pool, ["compute", "nodePools", name]),
      );

/** Whole number that a setting of a pool may be. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly fix: string;
}

const wholeNumber = (path: Path, got: number, { least, most, fix }: Bounds): string[] =>
  isWhole(got, least, most) ? [] : [problem(path, `a whole number from ${least} to ${most}`, show(got), fix)];

/** Numbers of pools are ones that the controller takes. */
export const numbersOfPoolsAreSensible = (config: OfCluster): string[] =>
  eachPool(config, ({ limits, weight, disruption, oldestGeneration, expireAfterHours }, path) => [
    ...wholeNumber([...path, "limits", "cpu"], limits.cpu, {
      least: 1,
      most: 100_000,
      fix: "count the vCPUs of all nodes of the pool",
    }),
    ...wholeNumber([...path, "limits", "memoryGib"], limits.memoryGib, {
      least: 1,
      most: 1_000_000,
      fix: "count the GiB of all nodes of the pool",
    }),
    ...(weight === undefined
      ? []
      : wholeNumber([...path, "weight"], weight, { least: 1, most: 100, fix: "a higher one wins" })),
    ...wholeNumber([...path, "disruption", "afterSeconds"], disruption.afterSeconds, {
      least: 0,
      most: 86_400,
      fix: "a day at most",
    }),
    ...wholeNumber([...path, "disruption", "percentAtOnce"], disruption.percentAtOnce, {
      least: 1,
      most: 100,
      fix: "with 0, no node would ever be patched",
    }),
    ...wholeNumber([...path, "oldestGeneration"], oldestGeneration, {
      least: 1,
      most: 20,
      fix: "write the digit of the oldest family that will do: 6 for m6g",
    }),
    ...wholeNumber([...path, "expireAfterHours"], expireAfterHours, lifeOfNodes(config)),
  ]);

/** Hours that a node may live. EKS replaces those of Auto Mode after 21 days. */
const lifeOfNodes = ({ cluster: { compute } }: OfCluster): Bounds =>
  compute.kind === "auto"
    ? { least: 1, most: 504, fix: "EKS Auto Mode replaces every node after 21 days" }
    : { least: 1, most: 8_760, fix: "a year at most: nodes get their patches by being replaced" };

const LISTS = {
  architectures: "write arm64, amd64 or both",
  capacityTypes: "write on-demand, spot or both",
  categories: "write letters of families, such as m",
} as const;

/** Choices of pools leave something to choose from, each written once. */
export const choicesOfPoolsAreReal = (config: OfCluster): string[] =>
  eachPool(config, (pool, path) =>
    (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((key) => {
      const list: readonly string[] = pool[key];
      return list.length > 0 && new Set(list).size === list.length
        ? []
        : [problem([...path, key], "each choice once, and one at least", show(list), LISTS[key])];
    }),
  );

const CATEGORY = /^[a-z]{1,4}$/;

/** Categories are the letters that families begin with. */
export const categoriesAreLetters = (config: OfCluster): string[] =>
  eachPool(config, ({ categories }, path) =>
    categories.flatMap((category, index) =>
      CATEGORY.test(category)
        ? []
        : [
            problem(
              [...path, "categories", index],
              'letters of instance families, such as "m"',
              show(category),
              "write m for m8g.large; the controller chooses the size",
            ),
          ],
    ),
  );

/** Labels and taints are ones that a node may carry. */
export const markingsOfPoolsAreValid = (config: OfCluster): string[] =>
  eachPool(config, ({ labels, taints }, path) => [
    ...problemsOfNodeLabels(labels, path),
    ...problemsOfNodeTaints(taints, path),
  ]);

const LEAST_GIB = 20;
const MOST_GIB = 16_384;

/** Disks of node classes hold the image and what pods bring. */
export const disksOfNodeClassesAreSensible = ({ cluster: { compute } }: OfCluster): string[] =>
  compute.kind === "karpenter"
    ? Object.entries(compute.nodeClasses).flatMap(([name, { diskGib }]) =>
        wholeNumber(["compute", "nodeClasses", name, "diskGib"], diskGib, {
          least: LEAST_GIB,
          most: MOST_GIB,
          fix: "the AMI and the images of its pods must fit",
        }),
      )
    : [];
