import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";

export type Path = readonly (string | number)[];

/** A value that only one side has, or that differs. */
export interface Difference {
  /** Path to the value. It exists on each side that has a value. */
  readonly path: Path;

  /** @default - the base does not have it */
  readonly before?: Json;

  /** @default - the head does not have it */
  readonly after?: Json;

  /**
   * Set where Terraform does not apply it, since `ignore_changes` names the attribute.
   *
   * @default - Terraform applies it
   */
  readonly ignored?: true;
}

/** Differences in the smallest pieces; none if both are equal. */
export function diff(before: Json | undefined, after: Json | undefined, path: Path = []): Difference[] {
  if (isDeepStrictEqual(before, after)) {
    return [];
  }
  if (isMap(before) && isMap(after)) {
    return diffMaps(before, after, path);
  }
  return isList(before) && isList(after)
    ? diffLists(before, after, path)
    : [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function diffMaps(before: JsonMap, after: JsonMap, path: Path): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => diff(valueAt(before, key), valueAt(after, key), [...path, key]));
}

/**
 * Differences of two lists. Items come and go at any position; only those that hold others are compared at
 * theirs.
 */
function diffLists(before: readonly Json[], after: readonly Json[], path: Path): Difference[] {
  const gone = indexesWithout(before, after);
  const come = indexesWithout(after, before);
  const alike = new Set(
    [...gone].filter((index) => come.has(index) && isContainer(before[index], after[index])),
  );

  const differences = [...new Set([...gone, ...come])]
    .sort((a, b) => a - b)
    .flatMap((index): Difference[] =>
      alike.has(index)
        ? diff(before[index], after[index], [...path, index])
        : [
            ...(gone.has(index) ? [{ path: [...path, index], before: before[index]! }] : []),
            ...(come.has(index) ? [{ path: [...path, index], after: after[index]! }] : []),
          ],
    );
  // Same items in another order.
  return differences.length > 0 ? differences : [{ path, before, after }];
}

const isContainer = (before: Json | undefined, after: Json | undefined): boolean =>
  (isMap(before) && isMap(after)) || (isList(before) && isList(after));

/** Positions of the items that the other list lacks, or has less often. */
function indexesWithout(list: readonly Json[], other: readonly Json[]): Set<number> {
  const left = new Map<string, number>();
  for (const item of other) {
    const text = JSON.stringify(item);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return new Set(
    list.flatMap((item, index) => {
      const text = JSON.stringify(item);
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count > 0 ? [] : [index];
    }),
  );
}
