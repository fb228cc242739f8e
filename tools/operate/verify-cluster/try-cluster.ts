import type { AddonName } from "../../../src/settings/addons";
import type { CheckResult, Progress } from "../../kit/run-checks";
import { CheckFailure, type ClusterCheck, type Trial, until } from "./trial";

/** Checks, and the add-ons that the cluster has. */
export interface Checks {
  readonly checks: readonly ClusterCheck[];
  readonly has: (addon: AddonName) => boolean;
}

/** Runs checks one after the other, and removes the workload, however they end. */
export async function tryCluster(
  trial: Trial,
  { checks, has }: Checks,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  const did = (result: CheckResult) => {
    progress.finished(result);
    results.push(result);
  };
  try {
    for (const check of checks) {
      trial.at.signal.throwIfAborted();
      const reason = reasonToSkip(check, results, has);
      if (reason === undefined) {
        progress.started(check.name);
      }
      did(
        reason === undefined
          ? await resultOf(check.name, check.seconds, (signal) => check.run(trial, signal), trial.at.signal)
          : { name: check.name, outcome: "skipped", seconds: 0, output: reason },
      );
    }
  } finally {
    progress.started(CLEAN_UP);
    // An interruption ends the checks, but not this.
    did(await resultOf(CLEAN_UP, 300, (signal) => cleanUp(trial, signal)));
  }
  return results;
}

const CLEAN_UP = "clean-up";

function reasonToSkip(
  { after, needs }: ClusterCheck,
  results: readonly CheckResult[],
  has: (addon: AddonName) => boolean,
): string | undefined {
  if (needs !== undefined && !has(needs)) {
    return `the cluster has no ${needs}`;
  }
  const before = results.find(({ name }) => name === after);
  return after === undefined || before?.outcome === "passed" ? undefined : `it comes after ${after}`;
}

/** Result of some work that a limit in seconds ends, and an interruption if there is one. */
async function resultOf(
  name: string,
  limit: number,
  run: (signal: AbortSignal) => Promise<string>,
  interruption?: AbortSignal,
): Promise<CheckResult> {
  const start = performance.now();
  const end = (outcome: CheckResult["outcome"], output: string): CheckResult => ({
    ...{ name, outcome, output },
    seconds: (performance.now() - start) / 1000,
  });
  try {
    const limited = AbortSignal.timeout(limit * 1000);
    const signals = interruption === undefined ? [limited] : [limited, interruption];
    return end("passed", await run(AbortSignal.any(signals)));
  } catch (error) {
    return end(
      "failed",
      error instanceof CheckFailure ? error.message : `expected an answer, got ${String(error)}`,
    );
  }
}

/** Removes the namespace with all that is in it, and waits until it is gone. */
async function cleanUp({ names, at }: Trial, signal: AbortSignal): Promise<string> {
  const path = `/api/v1/namespaces/${names.namespace}`;
  await at.client.remove(path);
  return until(at, signal, `the end of namespace ${names.namespace}`, async () => {
    const { status } = await at.client.get(path);
    return status === 404 ? { seen: "the workload is gone" } : { not: "it is still there" };
  });
}
