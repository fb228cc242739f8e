import { runLanes } from "../kit/run-lanes";
import type { LiveLine } from "../kit/live-line";
import type { Verdict } from "./verdict";
import type { NamedVerification } from "./verifications";
import { type Judgement, outcomeOf } from "./judgement";

/**
 * Runs lanes of verifications side by side. One that fails to run is a finding; an interruption ends all of
 * them.
 */
export const judge = (
  lanes: readonly (readonly NamedVerification[])[],
  line: Pick<LiveLine, "show" | "end">,
  signal: AbortSignal,
): Promise<Judgement[]> =>
  runLanes(lanes, async ({ name, verify }) => {
    line.show(name);
    const start = performance.now();
    const verdict = await verify((text) => line.show(name, text), signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return broken(name, error);
    });
    const judgement = { ...verdict, name, seconds: (performance.now() - start) / 1000 };
    line.end(name, `${name}: ${outcomeOf(judgement)} ${judgement.seconds.toFixed(1)} s`);
    return judgement;
  });

const broken = (name: string, error: unknown): Verdict => ({
  tool: name,
  version: "",
  checked: "nothing",
  findings: [`broke down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});
