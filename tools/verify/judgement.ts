import type { Verdict } from "./verdict";

/** A verdict, with its verification's name and duration. */
export interface Judgement extends Verdict {
  readonly name: string;
  readonly seconds: number;
}

/** Outcome of a verification, in a word or two. */
export const outcomeOf = ({ findings, missing }: Verdict): string =>
  missing === undefined ? `${findings.length} findings` : "not checked";
