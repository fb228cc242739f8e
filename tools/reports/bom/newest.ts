import record from "./newest-on-record.json";
import type { Component, Kind } from "./component";
import { ownValue } from "../../../src/settings/checking/own-value";

/** A version that was seen upstream. */
export interface Seen {
  readonly version: string;

  /** Day, such as 2026-11-21. */
  readonly seen: string;
  readonly source: string;
}

interface NewestOnRecord {
  readonly versions: Readonly<Record<Kind, Readonly<Record<string, Seen>>>>;

  /** Entries without a record, each as `<kind> <name>`. */
  readonly notOnRecord: readonly string[];
}

/** Record, written by hand from upstream's publications: docs/supply-chain.md says how. */
export const RECORD: NewestOnRecord = record;

/** The newest version of a component on record, if there is any. */
export const newestOf = ({ kind, name }: Component): Seen | undefined =>
  ownValue(RECORD.versions[kind], name);

/** Comparison of a component with the record, in words. */
export function newestInWords(component: Component): string {
  if (component.own) {
    return "in this repository";
  }
  const newest = newestOf(component);
  return newest === undefined ? "not on record" : `${newest.version} (${newest.seen})`;
}

/** True if a newer version than the one in use is on record. */
export function isBehind(component: Component): boolean {
  const newest = newestOf(component);
  return newest !== undefined && component.version !== undefined && older(component.version, newest.version);
}

const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

function older(version: string, newest: string): boolean {
  const [mine, theirs] = [numbers(version), numbers(newest)];
  const difference = theirs.findIndex((number, place) => number !== (mine[place] ?? 0));
  return difference >= 0 && (mine[difference] ?? 0) < theirs[difference]!;
}
