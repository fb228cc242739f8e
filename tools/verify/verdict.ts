/** Result of one tool on the synthesised platform: a row of `npm run verify`. */
export interface Verdict {
  readonly tool: string;

  /** Tool's version as it prints it; empty if the tool is missing. */
  readonly version: string;

  /** Things that it looked at, with their number, such as `27 stacks`. */
  readonly checked: string;

  /** Errors to fix, each with its place. An empty list means that all is well. */
  readonly findings: readonly string[];

  /**
   * Notes on a check that took place: stacks left out on purpose, a version that is not the pinned one.
   *
   * @default - nothing
   */
  readonly caveats?: readonly string[];

  /**
   * Parts that this machine could not check, each with the reason: a provider or a chart that it cannot fetch.
   *
   * @default - none
   */
  readonly notChecked?: readonly string[];

  /**
   * Reason why nothing was checked at all.
   *
   * @default - none: it was checked
   */
  readonly missing?: string;
}

/** Fails a run with findings. A complete run also fails if a part was not checked. */
export const fails = (verdict: Verdict, complete: boolean): boolean =>
  verdict.findings.length > 0 || (complete && gapsOf(verdict).length > 0);

/** Everything that was not checked, each with the reason. */
export const gapsOf = ({ missing, notChecked = [] }: Verdict): readonly string[] =>
  missing === undefined ? notChecked : [missing];

/** Checks with one tool. `progress` reports the current step, for the person who waits. */
export type Verification = (progress: (text: string) => void, signal: AbortSignal) => Promise<Verdict>;
