import type { AdoptedAddress } from "../../../src/settings/state/adopted-address";
import type { StackName } from "../../../src/settings/state/stack-names";
import { ownValue } from "../../../src/settings/checking/own-value";
import { LONG_LIVED } from "../../reports/changes/long-lived";
import { identityOf, importIdOf } from "./identity";
import { knownAddress } from "./known-addresses";
import type { StateEntry } from "./read-state";
import { idOfShortRecord } from "./records";
import { type TargetStack, targetAt } from "./target-stack";

/** Thing of a state that gets an address of the stack with that state. */
export interface Kept {
  readonly entry: StateEntry;
  readonly to: string;
}

/** Thing of a state that another stack takes in. */
export interface Handed extends Kept {
  readonly stack: StackName;
  readonly id: string;
}

/** Thing of a state that becomes none of a stack's. */
export interface Left {
  readonly entry: StateEntry;
  readonly because: string;
}

/** Fate of each thing in the state of a stack. */
export interface Adoption {
  readonly stack: StackName;
  readonly kept: readonly Kept[];
  readonly handed: readonly Handed[];

  /** Things that their own stack takes in again by another id, so that they stay as they are. */
  readonly again: readonly Handed[];

  /** Things that Terraform forgets, and leaves as they are. */
  readonly staying: readonly Left[];
  readonly destroyed: readonly Left[];
}

/** A state that exists, with the stack that takes it over. */
export interface OldState {
  readonly stack: StackName;
  readonly entries: readonly StateEntry[];
}

/** Types without data, without which nothing stops: alarms and saved queries are made anew under other names. */
const DISPOSABLE: readonly string[] = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_query_definition"];

/** Fate of each thing in states that exist, by the names of things and a table of addresses. */
export function adopt(
  states: readonly OldState[],
  stacks: ReadonlyMap<StackName, TargetStack>,
  table: readonly AdoptedAddress[],
): readonly Adoption[] {
  const taken = new Set<string>();
  const take = (stack: StackName, address: string): boolean => {
    const key = `${stack} ${address}`;
    return !taken.has(key) && taken.add(key).has(key);
  };
  // Things of a stack's own state have the first right to its addresses.
  const own = states.map(({ stack, entries }) => {
    const target = stacks.get(stack)!;
    const kept = entries.flatMap((entry) => {
      const to = addressesFor(entry, target, table).find((address) => take(stack, address));
      return to === undefined ? [] : [{ entry, to }];
    });
    return { stack, target, kept, rest: entries.filter((entry) => !kept.some((one) => one.entry === entry)) };
  });
  return own.map(({ stack, target, kept, rest }) => {
    const handed = rest.flatMap((entry) => handedOver(entry, stack, stacks, take));
    const left = rest.filter((entry) => !handed.some((one) => one.entry === entry));
    const again = kept.flatMap((one) => takenAgain(one, target));
    const moved = kept.filter(({ to }) => !again.some((one) => one.to === to));
    return { stack, kept: moved, handed, again, ...parted(left, [...handed, ...again], target, table) };
  });
}

/** Addresses of a stack that are for a thing, the surest first. */
function addressesFor(entry: StateEntry, target: TargetStack, table: readonly AdoptedAddress[]): string[] {
  const known = knownAddress(table, target.stack, entry.address);
  const all = [
    // A thing that is where it should be, or was taken over already.
    entry.address,
    ...likeIn(target, entry),
    ...(known !== undefined && "to" in known ? known.to : []),
  ];
  return all.filter((address) => targetAt(target, address)?.type === entry.type);
}

/** Address of the one thing in a stack that has the identity of another; none if there are more. */
function likeIn({ targets }: TargetStack, { type, values = {} }: StateEntry): string[] {
  const identity = identityOf(type, values);
  const like = [...targets.values()].filter((one) => one.type === type && one.identity === identity);
  return identity !== undefined && like.length === 1 ? [like[0]!.address] : [];
}

function takenAgain({ entry, to }: Kept, target: TargetStack): Handed[] {
  const id = idOfShortRecord(entry, targetAt(target, to)!);
  return id === undefined ? [] : [{ entry, to, stack: target.stack, id }];
}

function handedOver(
  entry: StateEntry,
  from: StackName,
  stacks: ReadonlyMap<StackName, TargetStack>,
  take: (stack: StackName, address: string) => boolean,
): Handed[] {
  const id = importIdOf(entry.type, entry.values ?? {});
  const all = [...stacks.values()].filter(({ stack }) => stack !== from);
  const found = all.flatMap((target) => likeIn(target, entry).map((to) => ({ stack: target.stack, to })));
  const free = found.find(({ stack, to }) => id !== undefined && take(stack, to));
  return free === undefined ? [] : [{ entry, id: id!, ...free }];
}

/** Things that get no address: those that stay, and those that go. */
function parted(
  left: readonly StateEntry[],
  handed: readonly Handed[],
  target: TargetStack,
  table: readonly AdoptedAddress[],
): Pick<Adoption, "staying" | "destroyed"> {
  const all = left.map((entry) => ({ entry, because: reasonToStay(entry, target, table) }));
  const staying = all.flatMap(({ entry, because }) => (because === undefined ? [] : [{ entry, because }]));
  // A block without keys forgets all instances.
  const forgotten = new Set([...staying, ...handed].map(({ entry }) => withoutKeys(entry.address)));
  const rest = all.filter(({ because }) => because === undefined).map(({ entry }) => entry);
  return {
    staying: [
      ...staying,
      ...rest
        .filter(({ address }) => forgotten.has(withoutKeys(address)))
        .map((entry) => ({ entry, because: "another instance of it stays" })),
    ],
    destroyed: rest
      .filter(({ address }) => !forgotten.has(withoutKeys(address)))
      .map((entry) => ({ entry, because: "it holds nothing" })),
  };
}

function reasonToStay(
  { address, type }: StateEntry,
  { stack, providers }: TargetStack,
  table: readonly AdoptedAddress[],
): string | undefined {
  const known = knownAddress(table, stack, address);
  if (known !== undefined && "staysBecause" in known) {
    return known.staysBecause;
  }
  const provider = type.split("_")[0]!;
  if (!providers.has(provider)) {
    return `the stack has no provider ${provider}`;
  }
  const loss = ownValue(LONG_LIVED, type);
  if (loss !== undefined) {
    return `nothing here describes it, and with it would go ${loss}`;
  }
  return DISPOSABLE.includes(type) ? undefined : "nothing here describes it";
}

/** Address of all instances of a resource. */
export const withoutKeys = (address: string): string => address.replace(/\[(?:\d+|"[^"]*")\]/g, "");
