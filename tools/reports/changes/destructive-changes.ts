import { withoutInstance } from "./blocks";
import { diff, type Path } from "./diff";
import { isMap, valueAt } from "../../terraform-json/json-map";
import { LONG_LIVED, REPLACING } from "./long-lived";
import type { Change, Sides } from "./stack-changes";

/** A change that destroys data for good. */
export interface DestructiveChange {
  readonly address: string;
  readonly reason: string;
}

/** Changes of a stack that a reviewer must not miss. */
export function destructiveChangesIn(sides: Sides, changes: readonly Change[]): DestructiveChange[] {
  return changes.flatMap((change) => {
    const reasons = change.action === "removed" ? removal(change, changes) : replacement(change, sides);
    return reasons.map((reason) => ({ address: change.address, reason }));
  });
}

const typeOf = (address: string): string => address.split(".")[0]!;

function removal({ address }: Change, changes: readonly Change[]): string[] {
  const type = typeOf(address);
  if (!LONG_LIVED.has(type)) {
    return [];
  }
  const added = changes.filter((change) => change.action === "added" && typeOf(change.address) === type);
  const [renamed] = added;
  return renamed && added.length === 1
    ? [`is destroyed; if it is now ${renamed.address}, add a moved block from one to the other`]
    : ["is destroyed"];
}

function replacement({ address, from = address }: Change, { before, after }: Sides): string[] {
  const [old, now] = [before.get(withoutInstance(from)), after.get(withoutInstance(address))];
  if (!isMap(old) || !isMap(now)) {
    return [];
  }
  const type = typeOf(address);
  const changed = diff(old, now).map(({ path }) => attributeOf(path));
  const replacing = (REPLACING[type] ?? []).filter((attribute) =>
    changed.some(
      (path) => path === attribute || path.startsWith(`${attribute}.`) || attribute.startsWith(`${path}.`),
    ),
  );

  const counted = (valueAt(old, "for_each") === undefined) !== (valueAt(now, "for_each") === undefined);
  return [
    ...replacing.map((attribute) => `is replaced, because ${attribute} changes`),
    ...(counted && LONG_LIVED.has(type) && from === address
      ? ["is destroyed and made anew under other addresses, because for_each comes or goes"]
      : []),
  ];
}

/** Path without positions in lists: most nested blocks may be written as a list of one. */
const attributeOf = (path: Path): string => path.filter((step) => typeof step === "string").join(".");
