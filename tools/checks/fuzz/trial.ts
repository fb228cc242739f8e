import { setImmediate as breathe } from "node:timers/promises";
import fc from "fast-check";

/** Seconds far beyond the needs of any case, so that only endless ones are found. */
const SECONDS_PER_CASE = 5;

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
  const property = fc.asyncProperty(cases, async (value) => {
    // Interruptions and progress get their turn between two cases.
    await breathe();
    signal.throwIfAborted();
    if (++done % Math.ceil(runs / 100) === 0) {
      progress(done > runs ? `the smallest of ${name} that fails` : `${done} of ${runs} ${name}`);
    }
    const start = process.cpuUsage();
    await check(value);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    if (seconds > SECONDS_PER_CASE) {
      throw new Error(`took ${seconds.toFixed(0)} s of the processor`);
    }
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  signal.throwIfAborted();
  return details.failed ? [`${name}: ${reportOn(details)}`] : [];
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
