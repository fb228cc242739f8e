import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tryOut, type TrialOptions } from "../../../checks/fuzz/trial";

const options = (more: Partial<TrialOptions> = {}): TrialOptions => ({
  runs: 100,
  seed: 7,
  progress: () => undefined,
  signal: new AbortController().signal,
  ...more,
});

/** Fails for numbers from 10. */
const small = {
  name: "numbers",
  cases: fc.nat(),
  check: (number: number) => {
    if (number >= 10) {
      throw new Error("too big");
    }
  },
};

afterEach(() => void vi.useRealTimers());

describe("a trial", () => {
  it("finds nothing where every case passes", async () => {
    expect(await tryOut({ ...small, check: () => undefined }, options())).toEqual([]);
  });

  it("reports the smallest case that fails, and how to have it again", async () => {
    expect(await tryOut(small, options())).toEqual([
      expect.stringMatching(/^numbers: too big .*with 10; seed 7, path \d+(:\d+)*$/),
    ]);
  });

  it("tries the same cases with the same seed, and others with another", async () => {
    const triedWith = async (seed: number) => {
      const tried: number[] = [];
      await tryOut({ ...small, check: (number: number) => void tried.push(number) }, options({ seed }));
      return tried;
    };

    expect(await triedWith(7)).toEqual(await triedWith(7));
    expect(await triedWith(7)).not.toEqual(await triedWith(8));
  });

  it("tries as many cases as it is told, and says how far it is", async () => {
    const said: string[] = [];
    let tried = 0;
    await tryOut(
      { ...small, check: () => void tried++ },
      options({ runs: 250, progress: (text) => said.push(text) }),
    );

    expect(tried).toBe(250);
    expect(said).toHaveLength(83);
    expect(said.at(-1)).toBe("249 of 250 numbers");
  });

  it("looks for a smaller case for a minute, and reports the last that failed", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const failed: number[] = [];
    const check = (number: number) => {
      vi.advanceTimersByTime(25_000);
      try {
        small.check(number);
      } catch (error) {
        failed.push(number);
        throw error;
      }
    };

    const [report] = await tryOut({ ...small, cases: fc.nat({ max: 1e9 }), check }, options());

    expect(failed.length).toBeLessThanOrEqual(3);
    expect(report).toContain(`too big`);
    expect(report).toContain(` with ${failed.at(-1)}; seed 7`);
  });

  it("reports a case that cannot be shown", async () => {
    const deep = Array.from({ length: 50_000 }).reduce<unknown>((inner) => [inner], 1);
    const cases = fc.constant(deep);
    const check = () => {
      throw new Error("no");
    };

    expect(await tryOut({ name: "depths", cases, check }, options())).toEqual([
      expect.stringContaining("with a value that is too deep to be shown"),
    ]);
  });

  it("ends where it is interrupted", async () => {
    const interruption = new AbortController();
    const check = () => interruption.abort();

    await expect(tryOut({ ...small, check }, options({ signal: interruption.signal }))).rejects.toThrow(
      "aborted",
    );
  });
});
