import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type IsTime, KillableSynth, type Output } from "./killable-synth";
import { type TrialOptions, tryOut } from "./trial";

const [BEFORE, AFTER] = ["eu-west-1", "eu-west-2"];

/** Time of a kill. */
interface Moment {
  /** Measure: time from its start to its end, or files that it has moved into place. */
  readonly of: "time" | "files";

  /** Fraction from 0 to 1. */
  readonly fraction: number;
}

const moments: fc.Arbitrary<Moment> = fc.record({
  of: fc.constantFrom("time", "files"),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
});

/**
 * Kills synths at random moments, while their output would differ from the existing one. Every file is then
 * the old or the new one, whole, and the next synth leaves its own output and nothing else.
 */
export const tryKills = (options: TrialOptions): Promise<string[]> =>
  inTemporaryFolder("kills", async (folder) => {
    const synth = await KillableSynth.into(folder);
    const after = await synth.whole(AFTER);
    const start = performance.now();
    const before = await synth.whole(BEFORE);
    const milliseconds = performance.now() - start;

    const check = async (moment: Moment) => {
      await synth.killed(AFTER, isTimeFor(moment, [...before.keys()], milliseconds));
      expectWholeFiles(synth.output(), before, after);

      const next = await synth.whole(BEFORE);
      if (!isSame(next, before) || synth.leftovers().length > 0) {
        throw new Error(`the synth after it leaves ${synth.leftovers().join(", ") || "other files"}`);
      }
    };
    return tryOut({ name: "kills", cases: moments, check }, options);
  });

function isTimeFor({ of, fraction }: Moment, files: readonly string[], milliseconds: number): IsTime {
  const end = performance.now() + fraction * milliseconds;
  const file = files[Math.floor(fraction * (files.length - 1))]!;
  let isStaged = false;
  return (staging) => {
    if (of === "time") {
      return performance.now() >= end;
    }
    const isThere = existsSync(join(staging, file));
    const isMoved = isStaged && !isThere;
    isStaged ||= isThere;
    return isMoved;
  };
}

/** @throws Error if a file is neither the old nor the new one */
export function expectWholeFiles(now: Output, before: Output, after: Output): void {
  for (const file of new Set([...before.keys(), ...now.keys()])) {
    const content = now.get(file);
    if (content === undefined || (content !== before.get(file) && content !== after.get(file))) {
      throw new Error(
        `${file} is ${content === undefined ? "gone" : "neither what it was nor what it became"}`,
      );
    }
  }
}

const isSame = (one: Output, other: Output): boolean =>
  one.size === other.size && [...one].every(([file, content]) => other.get(file) === content);
