import { runLanes } from "../kit/run-lanes";
import type { LiveLine } from "../kit/live-line";
import type { GreenRuns } from "./green-runs";
import type { Verdict } from "./verdict";
import type { NamedVerification } from "./verifications";
import { type Judgement, outcomeOf } from "./judgement";

/** Lanes of verifications, and the ways in which they are run. */
export interface Judging {
  readonly lanes: readonly (readonly NamedVerification[])[];
  readonly line: Pick<LiveLine, "show" | "end">;
  readonly signal: AbortSignal;

  /** Earlier green runs. */
  readonly greenRuns: GreenRuns;

  /** Runs verifications whose inputs have not changed since they were green, too. */
  readonly again: boolean;
}

/**
 * Runs lanes of verifications side by side. One that fails to run is a finding; an interruption ends all of
 * them.
 */
export async function judge(judging: Judging): Promise<Judgement[]> {
  const judged = await runLanes(judging.lanes, (verification) => judgeOne(verification, judging));
  // At the end, when all tools are there: the next run finds the same machine.
  judged.forEach(({ keep }) => keep());
  return judged.map(({ judgement }) => judgement);
}

async function judgeOne(verification: NamedVerification, { line, signal, greenRuns, again }: Judging) {
  const { name } = verification;
  line.show(name);
  const start = performance.now();
  const trial = await greenRuns(name, signal);
  const known =
    again || trial.green === undefined
      ? undefined
      : { ...trial.green.verdict, unchangedSince: trial.green.since };
  const verdict = known ?? (await verdictOf(verification, line, signal));
  const judgement = { ...verdict, name, seconds: (performance.now() - start) / 1000 };
  line.end(name, `${name}: ${outcomeOf(judgement)} ${judgement.seconds.toFixed(1)} s`);
  return { judgement, keep: () => (known === undefined ? trial.keep(verdict) : undefined) };
}

const verdictOf = (
  { name, verify }: NamedVerification,
  line: Judging["line"],
  signal: AbortSignal,
): Promise<Verdict> =>
  verify((text) => line.show(name, text), signal).catch((error: unknown) => {
    signal.throwIfAborted();
    return broken(name, error);
  });

const broken = (name: string, error: unknown): Verdict => ({
  tool: name,
  version: "",
  checked: "nothing",
  findings: [`broke down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});
