import { configurations } from "./configurations";
import { tryKills } from "./kills";
import { trySyntheses } from "./syntheses";
import { tryOut, type TrialOptions } from "./trial";

/** Result of random configurations. */
export interface FuzzResult {
  /** Summary of the trials, in one line. */
  readonly checked: string;
  readonly findings: readonly string[];
}

/** Tries random configurations, 3 in 100 as many whole syntheses of accepted ones, and kills of 3 in 1,000. */
export async function fuzz(options: TrialOptions): Promise<FuzzResult> {
  const ofEach = (share: number): TrialOptions => ({ ...options, runs: Math.ceil(options.runs * share) });
  const counts = { accepted: 0 };

  const findings = [
    ...(await tryOut(configurations, options)),
    ...(await trySyntheses(() => counts.accepted++, ofEach(0.03))),
    ...(await tryKills(ofEach(0.003))),
  ];
  const checked = [
    `${options.runs} configurations`,
    `${ofEach(0.03).runs} syntheses (${counts.accepted} to the end)`,
    `${ofEach(0.003).runs} kills`,
    `seed ${options.seed}`,
  ].join(", ");
  return { checked, findings };
}
