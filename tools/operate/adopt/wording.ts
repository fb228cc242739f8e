import { columns } from "../../kit/columns";
import type { Adoption, Left } from "./adoption";
import type { Replaced } from "./losses";
import type { StateEntry } from "./read-state";

/** Fate of a stack and its state. */
export interface StackReport {
  readonly adoption: Adoption;
  readonly replaced: readonly Replaced[];

  /** Addresses of the stack that get nothing that exists. */
  readonly made: readonly string[];
}

/** Lines about each stack, then one about all. */
export function reportOf(reports: readonly StackReport[], environment: string): string {
  const entries = reports.flatMap(({ adoption }) => [
    ...adoption.kept.map(({ entry }) => entry),
    ...adoption.staying.map(({ entry }) => entry),
  ]);
  return [
    ...reports.map(linesOf),
    `${environment}: ${lossesOf(reports)} long-lived resources replaced.`,
    ...(entries.some(isUnknown) ? [ADDRESSES_ALONE] : []),
  ].join("\n\n");
}

/** Number of long-lived resources that a takeover would lose. */
export const lossesOf = (reports: readonly StackReport[]): number =>
  reports.flatMap(({ replaced }) => replaced.filter(({ loss }) => loss !== undefined)).length;

const isUnknown = ({ values }: StateEntry): boolean => values === undefined;

const ADDRESSES_ALONE =
  "NOT CHECKED: addresses alone do not say whose they are, what would be replaced, or by which id another stack imports them; terraform show -json does.";

function linesOf({ adoption, replaced, made }: StackReport): string {
  const { stack, kept, handed, again, staying, destroyed } = adoption;
  const moves = kept.filter(({ entry, to }) => entry.address !== to).length;
  return [
    `${stack}: ${kept.length + again.length} kept (${moves} with a move, ${again.length} taken in again), ${handed.length} handed to other stacks, ${staying.length} stay behind, ${destroyed.length} destroyed, ${made.length} made`,
    ...list("replaced", replaced, ({ address, because, loss }) => [
      address,
      [...because, ...(loss === undefined ? [] : [`and with it would go ${loss}`])].join("; "),
    ]),
    ...list("handed over", handed, ({ entry, stack: to }) => [entry.address, `to ${to}`]),
    ...list("taken in again", again, ({ entry, id }) => [entry.address, `by its whole name, ${id}`]),
    ...list("stays", staying, leftRow),
    ...list("destroyed", destroyed, leftRow),
    ...list("made", counted(made), (row) => row),
  ].join("\n");
}

const leftRow = ({ entry, because }: Left): readonly [string, string] => [entry.address, because];

function list<Item>(
  name: string,
  items: readonly Item[],
  row: (item: Item) => readonly [string, string],
): string[] {
  return items.length === 0 ? [] : [`  ${name}`, ...columns(items.map(row)).map((line) => `    ${line}`)];
}

/** Types with their numbers. */
function counted(addresses: readonly string[]): (readonly [string, string])[] {
  const types = addresses.map((address) => address.split(".")[0]!);
  return [...new Set(types)]
    .sort()
    .map((type) => [type, String(types.filter((one) => one === type).length)] as const);
}
