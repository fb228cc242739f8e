import type { Json } from "../../../src/output/leaves";
import { masked } from "../../../src/settings/checking/literal-secrets";
import { type Blocks, blocksOf, type Move, movesBetween, withoutInstance } from "./blocks";
import { comparable } from "./comparable";
import { diff, type Difference } from "./diff";
import { isIgnored } from "./ignored";
import type { JsonMap } from "../../terraform-json/json-map";

/** A change to one block of a stack. */
export interface Change {
  readonly action: "added" | "removed" | "changed" | "moved";

  /** Address as Terraform writes it; for a moved block, the new one. */
  readonly address: string;

  /** @default - it did not move */
  readonly from?: string;

  /** Differences: for an added block, all of it; for a removed one, none. */
  readonly differences: readonly Difference[];
}

/** The two sides of a stack, ready to be compared block by block. */
export interface Sides {
  readonly moves: readonly Move[];

  /** Blocks with references to addresses after the moves, so that only real changes remain. */
  readonly before: Blocks;
  readonly after: Blocks;
}

export function sidesOf(base: JsonMap, head: JsonMap): Sides {
  const moves = movesBetween(base, head);
  const moved = (block: Json) => moves.reduce(withReferencesMoved, block);
  const before = new Map([...blocksOf(base)].map(([address, block]) => [address, moved(block)]));
  return { moves, before, after: blocksOf(head) };
}

function withReferencesMoved(block: Json, { from, to }: Move): Json {
  const [old, now] = [withoutInstance(from), withoutInstance(to)];
  const reference = new RegExp(`(?<![\\w.-])${old.replaceAll(".", "\\.")}(?![\\w-])`, "g");
  return old === now ? block : (JSON.parse(JSON.stringify(block).replace(reference, () => now)) as Json);
}

/** Blocks that are added, removed, changed or moved in a stack. */
export function changesIn({ moves, before, after }: Sides): Change[] {
  const moved = moves.map(({ from, to }): Change => {
    const [old, now] = [before.get(withoutInstance(from)), after.get(withoutInstance(to))];
    const differences = old === undefined || now === undefined ? [] : differencesOf(old, now);
    return { action: "moved", address: to, from, differences };
  });

  const done = new Set(moves.flatMap(({ from, to }) => [withoutInstance(from), withoutInstance(to)]));
  const addresses = [...new Set([...before.keys(), ...after.keys()])].filter((address) => !done.has(address));
  return [
    ...moved,
    ...addresses.flatMap((address) => changeOf(address, before.get(address), after.get(address))),
  ];
}

function changeOf(address: string, before: Json | undefined, after: Json | undefined): Change[] {
  if (before === undefined) {
    return [
      { action: "added", address, differences: [withoutSecrets({ path: [], after: comparable(after!) })] },
    ];
  }
  if (after === undefined) {
    return [{ action: "removed", address, differences: [] }];
  }
  const differences = differencesOf(before, after);
  return differences.length > 0 ? [{ action: "changed", address, differences }] : [];
}

function differencesOf(before: Json, after: Json): Difference[] {
  const readable = diff(comparable(before), comparable(after));
  // Terraform may still apply differences that people need not compare, such as the order of named items.
  const differences = readable.length > 0 ? readable : diff(before, after);
  return differences.map((difference) => {
    const shown = withoutSecrets(difference);
    return isIgnored(after, difference.path) ? { ...shown, ignored: true } : shown;
  });
}

/** A difference fit for a pull request, which more people read than may know the secrets of an older state. */
function withoutSecrets({ path, before, after }: Difference): Difference {
  const key = path.filter((step) => typeof step === "string").at(-1);
  return {
    path: masked(path),
    ...(before !== undefined && { before: masked(before, key) }),
    ...(after !== undefined && { after: masked(after, key) }),
  };
}
