import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";

export type Path = readonly (string | number)[];

/** Something that one side has and the other has not, or has otherwise. */
export interface Difference {
  /** The way down to it. It exists on each side that has a value. */
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

/** All that differs, in the smallest pieces; nothing where both are equal. */
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

/** Items come and go wherever they stand; only those that hold others are compared in their place. */
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
  // The same items in another order.
  return differences.length > 0 ? differences : [{ path, before, after }];
}

const isContainer = (before: Json | undefined, after: Json | undefined): boolean =>
  (isMap(before) && isMap(after)) || (isList(before) && isList(after));

/** Where the items are that the other list does not have, or not so often. */
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
