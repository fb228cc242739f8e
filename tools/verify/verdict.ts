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
   * What is less than a whole check, said aloud: a tool that is not there, stacks left out, a version that is not the
   * pinned one.
   *
   * @default - nothing
   */
  readonly caveats?: readonly string[];

  /**
   * Why nothing was checked at all.
   *
   * @default - it was
   */
  readonly missing?: string;
}

/** Whether it fails a run; that of a missing tool does where the run is to be complete. */
export const fails = ({ findings, missing }: Verdict, complete: boolean): boolean =>
  findings.length > 0 || (complete && missing !== undefined);

/** Checks with one tool. `progress` says what is being looked at, for whoever waits. */
export type Verification = (progress: (text: string) => void, signal: AbortSignal) => Promise<Verdict>;
