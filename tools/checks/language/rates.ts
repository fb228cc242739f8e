import type { Passage } from "./passage";
import { findingsOf, isBadOpening } from "./rules";

/** Counts of what a folder says well and badly. */
export interface Rate {
  readonly folder: string;
  readonly isEnforced: boolean;
  readonly docComments: number;
  readonly openings: number;

  /** Sentences that break a rule which knows no rate. */
  readonly sentences: number;
}

/** Share of a folder's doc comments that may open with a question word. */
export const MOST_OPENINGS = 0.05;

export const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder}/`);

/** A rate for each enforced folder, and for all others by the first two parts of their path. */
export function ratesOf(passages: readonly Passage[], enforced: readonly string[]): Rate[] {
  const byFolder = new Map<string, Passage[]>();
  for (const passage of passages) {
    const folder = folderOf(passage.file, enforced);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), passage]);
  }
  return [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, all]) => ({
      folder,
      isEnforced: enforced.includes(folder),
      docComments: all.filter(({ kind }) => kind === "doc comment").length,
      openings: all.filter(isBadOpening).length,
      sentences: all.flatMap(findingsOf).filter(({ isOpening }) => !isOpening).length,
    }));
}

function folderOf(file: string, enforced: readonly string[]): string {
  const [nearest] = enforced.filter((folder) => isWithin(file, folder)).sort((a, b) => b.length - a.length);
  return nearest ?? (file.split("/").slice(0, -1).slice(0, 2).join("/") || file);
}

/** Rate of all folders together, which must keep the share of openings. */
export function totalOf(rates: readonly Rate[]): Rate {
  const sum = (key: "docComments" | "openings" | "sentences") =>
    rates.reduce((total, rate) => total + rate[key], 0);
  return {
    folder: "all",
    isEnforced: true,
    docComments: sum("docComments"),
    openings: sum("openings"),
    sentences: sum("sentences"),
  };
}

/** True for more openings than the share allows. */
export const hasTooManyOpenings = ({ docComments, openings }: Rate): boolean =>
  openings > docComments * MOST_OPENINGS;

/** Folders that are enforced and break a rule. */
export const broken = (rates: readonly Rate[]): Rate[] =>
  rates.filter((rate) => rate.isEnforced && (rate.sentences > 0 || hasTooManyOpenings(rate)));
