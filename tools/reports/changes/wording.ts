import type { Json } from "../../../src/output/leaves";
import type { AccessChange } from "./access";
import type { Difference, Path } from "./diff";
import type { DestructiveChange } from "./destructive-changes";
import type { Folded, Located } from "./fold";
import { isList, isMap } from "../../terraform-json/json-map";
import type { Change } from "./stack-changes";
import type { VersionChange } from "./versions";

export const SIGNS = { added: "+", removed: "-", changed: "~", moved: ">" } as const;

/** Totals such as `5 added, 2 removed, in 3 stacks`, each environment's counted by itself. */
export function totalsText(changes: readonly Folded<Change & Located>[]): string {
  const counts = new Map<string, number>();
  const stacks = new Set<string>();
  for (const { action, stack, environments } of changes) {
    const places = environments.length === 0 ? [""] : environments;
    counts.set(action, (counts.get(action) ?? 0) + places.length);
    places.forEach((environment) => stacks.add(`${stack} ${environment}`));
  }
  const parts = Object.keys(SIGNS).flatMap((action) =>
    counts.has(action) ? `${counts.get(action)} ${action}` : [],
  );
  return `${parts.join(", ")}, in ${stacks.size} ${stacks.size === 1 ? "stack" : "stacks"}`;
}

export const titleOf = ({ address, from }: Change): string =>
  from === undefined ? address : `${from} → ${address}`;

export const destructiveText = ({ address, reason }: DestructiveChange): string => `${address} ${reason}`;

export const versionText = ({ name, before, after }: VersionChange): string => `${name} ${before} → ${after}`;

export const accessText = ({ who, before, after }: AccessChange): string =>
  `${who}: ${before.join(", ") || "no access"} → ${after.join(", ") || "no access"}`;

/** Environments of a line that are read at a glance. */
const FEW = 4;

/**
 * Environments that something holds for. All of many, or all but some, go by their number: a fleet has dozens.
 *
 * @param all - environments of the platform
 */
export function environmentsText({ environments }: Folded<Located>, all: readonly string[]): string {
  const others = all.filter((name) => !environments.includes(name));
  if (environments.length <= FEW || others.length > FEW) {
    return environments.join(", ");
  }
  return others.length === 0
    ? `all ${environments.length} environments`
    : `${environments.length} environments, not ${others.join(", ")}`;
}

/** Changes by place: the same stack of the same environments. */
export function groupsOf(
  changes: readonly Folded<Change & Located>[],
  all: readonly string[],
): Map<string, Folded<Change & Located>[]> {
  const groups = new Map<string, Folded<Change & Located>[]>();
  for (const change of changes) {
    const place = [change.stack, environmentsText(change, all)].filter((part) => part !== "").join(": ");
    groups.set(place, [...(groups.get(place) ?? []), change]);
  }
  return groups;
}

/** An attribute on each side, in words. */
export interface Line {
  readonly path: string;

  /** @default - the base does not have it */
  readonly before?: string;

  /** @default - the head does not have it */
  readonly after?: string;
}

export const linesOf = ({ differences }: Change): Line[] =>
  differences.flatMap(attributesOf).map(({ path, before, after, ignored }) => {
    const start = before === undefined || after === undefined ? 0 : commonStart(shown(before), shown(after));
    return {
      path: `${pathText(path, before ?? after)}${ignored ? " (ignored after creation)" : ""}`,
      ...(before !== undefined && { before: excerpt(shown(before), start) }),
      ...(after !== undefined && { after: excerpt(shown(after), start) }),
    };
  });

/** A difference that is a whole map or list, attribute by attribute. */
function attributesOf(difference: Difference): Difference[] {
  const { path, before, after, ...rest } = difference;
  const whole = before ?? after;
  if ((before !== undefined && after !== undefined) || whole === undefined || partsOf(whole).length === 0) {
    return path.length === 0 && isMap(whole) ? [] : [difference];
  }
  return partsOf(whole).flatMap(([key, part]) =>
    attributesOf({
      ...rest,
      path: [...path, key],
      ...(before === undefined ? { after: part } : { before: part }),
    }),
  );
}

function partsOf(value: Json): (readonly [string | number, Json])[] {
  if (isList(value)) {
    return [...value.entries()];
  }
  return isMap(value) ? Object.entries(value) : [];
}

/**
 * Path such as `values.podLabels["app.kubernetes.io/name"]`, without the position of a plain item, which says
 * nothing.
 */
function pathText(path: Path, value: Json | undefined): string {
  const plainItem = typeof path.at(-1) === "number" && !isMap(value) && !isList(value);
  const text = (plainItem ? path.slice(0, -1) : path).map(step).join("").replace(/^\./, "");
  return text || "(all of it)";
}

const step = (key: string | number): string =>
  typeof key === "string" && /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

/** Longest value; longer ones are cut. */
const LONGEST = 160;

/** Characters that stay of a common start if values are cut. */
const LEAD = 30;

const shown = (value: Json): string => JSON.stringify(value);

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length++;
  }
  return length;
}

/** Part of a long value from a little before its first difference. */
function excerpt(text: string, start: number): string {
  if (text.length <= LONGEST) {
    return text;
  }
  const from = Math.max(0, Math.min(start - LEAD, text.length - LONGEST));
  const end = from + LONGEST < text.length ? "…" : "";
  return `${from > 0 ? "…" : ""}${text.slice(from, from + LONGEST)}${end}`;
}
