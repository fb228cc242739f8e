import { withoutInstance } from "./blocks";
import { diff } from "./diff";
import { reasonsOf } from "./directions";
import { attributeOf, isIgnored } from "./ignored";
import { isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";
import { KINDS_IN_TEMPLATES, LONG_LIVED, REPLACING } from "./long-lived";
import type { Change, Sides } from "./stack-changes";
import { ownValue } from "../../../src/settings/checking/own-value";
import type { Json } from "../../../src/output/leaves";

/** A change that destroys data for good. */
export interface DestructiveChange {
  readonly address: string;
  readonly reason: string;
}

/** Changes of a stack that a reviewer must not miss. */
export function destructiveChangesIn(sides: Sides, changes: readonly Change[]): DestructiveChange[] {
  return changes.flatMap((change) => {
    const reasons = change.action === "removed" ? removal(change, changes, sides) : alteration(change, sides);
    return reasons.map((reason) => ({ address: change.address, reason }));
  });
}

const typeOf = (address: string): string => address.split(".")[0]!;

const lossOf = (type: string): string | undefined => ownValue(LONG_LIVED, type);

/** Loss that comes with what a release's chart has in its templates. */
function lossOfKinds(block: Json | undefined): string | undefined {
  const chart = isMap(block) ? valueAt(block, "chart") : undefined;
  return typeof chart === "string" ? ownValue(KINDS_IN_TEMPLATES, chart) : undefined;
}

function removal({ address }: Change, changes: readonly Change[], { before }: Sides): string[] {
  const type = typeOf(address);
  const loss = lossOf(type) ?? lossOfKinds(before.get(withoutInstance(address)));
  if (loss === undefined) {
    return [];
  }
  const destroyed = `is destroyed, and with it ${loss}`;
  const added = changes.filter((change) => change.action === "added" && typeOf(change.address) === type);
  const [renamed] = added;
  return renamed && added.length === 1
    ? [`${destroyed}; if it is now ${renamed.address}, add a moved block from one to the other`]
    : [destroyed];
}

function alteration({ address, from = address }: Change, { before, after }: Sides): readonly string[] {
  const [old, now] = [before.get(withoutInstance(from)), after.get(withoutInstance(address))];
  if (!isMap(old) || !isMap(now)) {
    return [];
  }
  const type = typeOf(address);
  const counted = (valueAt(old, "for_each") === undefined) !== (valueAt(now, "for_each") === undefined);
  return [
    ...replacing(type, old, now).map((attribute) => `is replaced, because ${attribute} changes`),
    ...(counted && lossOf(type) !== undefined && from === address
      ? ["is destroyed and made anew under other addresses, because for_each comes or goes"]
      : []),
    ...reasonsOf(type, old, now),
  ];
}

function replacing(type: string, old: JsonMap, now: JsonMap): readonly string[] {
  const changed = diff(old, now)
    .filter(({ path }) => !isIgnored(now, path))
    .map(({ path }) => attributeOf(path));

  return (ownValue(REPLACING, type) ?? []).filter((attribute) =>
    changed.some(
      (path) => path === attribute || path.startsWith(`${attribute}.`) || attribute.startsWith(`${path}.`),
    ),
  );
}
