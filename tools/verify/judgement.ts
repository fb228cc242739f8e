import type { Verdict } from "./verdict";

/** A verdict, with its verification's name and duration. */
export interface Judgement extends Verdict {
  readonly name: string;
  readonly seconds: number;

  /** Time of the green run whose inputs are the same: `2026-11-29 14:02 UTC`. Omitted if the verification ran. */
  readonly unchangedSince?: string;
}

/** Outcome of a verification, in a few words. */
export const outcomeOf = ({ findings, missing, unchangedSince }: Judgement): string =>
  unchangedSince !== undefined
    ? `unchanged since ${unchangedSince}, green`
    : missing === undefined
      ? `${findings.length} findings`
      : "not checked";
