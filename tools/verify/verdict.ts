/** What one tool found in what the platform synthesises: a row of `npm run verify`. */
export interface Verdict {
  readonly tool: string;

  /** The tool's version as it says itself; empty where the tool is missing. */
  readonly version: string;

  /** What it looked at, with its number, such as `27 stacks`. */
  readonly checked: string;

  /** What must be mended, each with where it is. None means that all is well. */
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
   * Why nothing was checked at all.
   *
   * @default - it was
   */
  readonly missing?: string;
}

/** Fails a run with findings. A complete run also fails where a part was not checked. */
export const fails = (verdict: Verdict, complete: boolean): boolean =>
  verdict.findings.length > 0 || (complete && gapsOf(verdict).length > 0);

/** Everything that was not checked, each with the reason. */
export const gapsOf = ({ missing, notChecked = [] }: Verdict): readonly string[] =>
  missing === undefined ? notChecked : [missing];

/** Checks with one tool. `progress` says what is being looked at, for whoever waits. */
export type Verification = (progress: (text: string) => void, signal: AbortSignal) => Promise<Verdict>;
