import { setImmediate as breathe } from "node:timers/promises";
import fc from "fast-check";

/** Seconds far beyond the needs of any case, so that only endless ones are found. */
const SECONDS_PER_CASE = 5;

/** Seconds for finding a smaller case that fails alike: the first one tells enough, and slow ones would take hours. */
const SECONDS_TO_SHRINK = 60;

export interface Trial<T> {
  readonly name: string;
  readonly cases: fc.Arbitrary<T>;

  /** @throws if the case does not end as it should */
  readonly check: (value: T) => void | Promise<void>;
}

export interface TrialOptions {
  readonly runs: number;
  readonly seed: number;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Tries random cases until one fails, and returns the smallest case that fails alike; `undefined` if none
 * does.
 */
export async function tryOut<T>({ name, cases, check }: Trial<T>, options: TrialOptions): Promise<string[]> {
  const { runs, seed, progress, signal } = options;
  let done = 0;
  let failedAt: number | undefined;
  const property = fc.asyncProperty(cases, async (value) => {
    // Interruptions and progress get their turn between two cases.
    await breathe();
    signal.throwIfAborted();
    if (++done % Math.ceil(runs / 100) === 0) {
      progress(done > runs ? `the smallest of ${name} that fails` : `${done} of ${runs} ${name}`);
    }
    if (failedAt !== undefined && performance.now() - failedAt > SECONDS_TO_SHRINK * 1_000) {
      return;
    }
    try {
      await inTime(() => check(value));
    } catch (error) {
      failedAt ??= performance.now();
      throw error;
    }
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  signal.throwIfAborted();
  return details.failed ? [`${name}: ${reportOn(details)}`] : [];
}

/** @throws if the case fails, or takes the processor longer than any case should */
async function inTime(check: () => void | Promise<void>): Promise<void> {
  const start = process.cpuUsage();
  await check();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > SECONDS_PER_CASE) {
    throw new Error(`took ${seconds.toFixed(0)} s of the processor`);
  }
}

function reportOn<T>({
  errorInstance,
  counterexample,
  counterexamplePath,
  seed,
}: fc.RunDetails<[T]>): string {
  const { message, stack = "" } =
    errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
  const place =
    stack.split("\n").find((line) => /^\s+at .*\/(src|tools)\/(?!checks\/fuzz\/|kit\/)/.test(line)) ?? "";
  const error = `${shortened(message, 1_000)} ${place.trim()}`;
  return `${error} with ${wordsFor(counterexample?.[0])}; seed ${seed}, path ${counterexamplePath}`;
}

function wordsFor(value: unknown): string {
  try {
    return shortened(fc.stringify(value), 6_000);
  } catch {
    return "a value that is too deep to be shown";
  }
}

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
