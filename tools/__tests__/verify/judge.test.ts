import { expect, test } from "vitest";
import type { GreenRun } from "../../verify/green-runs";
import { judge } from "../../verify/judge";
import type { Verdict, Verification } from "../../verify/verdict";

const clean: Verdict = { tool: "helm", version: "3.1.2", checked: "3 charts", findings: [] };

interface Circumstances {
  readonly signal?: AbortSignal;
  readonly green?: GreenRun;
  readonly again?: boolean;
}

/** Runs one verification. Returns what was said while it ran, and the verdicts that were to be kept, too. */
async function run(verify: Verification, circumstances: Circumstances = {}) {
  const { signal = new AbortController().signal, green, again = false } = circumstances;
  const said: string[] = [];
  const kept: Verdict[] = [];
  const judgements = await judge({
    lanes: [[{ name: "charts", proves: "", verify }]],
    line: {
      show: (name, text = "") => said.push(`${name} ${text}`.trim()),
      end: (_, line) => said.push(line.replace(/[\d.]+ s$/, "… s")),
    },
    signal,
    again,
    greenRuns: () => Promise.resolve({ green, keep: (verdict) => kept.push(verdict) }),
  });
  return { said, judgements, kept };
}

const EARLIER: GreenRun = { since: "2026-11-29 14:02 UTC", verdict: { ...clean, caveats: ["no loki"] } };

test("keeps the verdict, with whose it is and how long it took", async () => {
  const { judgements } = await run(() => Promise.resolve(clean));

  expect(judgements).toEqual([{ ...clean, name: "charts", seconds: expect.any(Number) }]);
});

test("says how far a verification has come, and how it ended", async () => {
  const { said } = await run((progress) => {
    progress("dex");
    return Promise.resolve({ ...clean, findings: ["one", "two"] });
  });

  expect(said).toEqual(["charts", "charts dex", "charts: 2 findings … s"]);
});

test("says that a tool is missing", async () => {
  const { said } = await run(() => Promise.resolve({ ...clean, missing: "no helm" }));

  expect(said.at(-1)).toBe("charts: not checked … s");
});

test("takes a verification that breaks down for a finding", async () => {
  const { judgements } = await run(() => Promise.reject(new Error("no such folder")));

  expect(judgements[0]!.findings).toEqual([expect.stringContaining("broke down: Error: no such folder")]);
});

test("ends where it is interrupted, without a verdict", async () => {
  const interruption = new AbortController();
  const verify: Verification = () => {
    interruption.abort();
    return Promise.reject(new Error("killed"));
  };

  await expect(run(verify, { signal: interruption.signal })).rejects.toThrow("aborted");
});

test("does not run again on inputs on which it was green, and shows the earlier verdict", async () => {
  const { judgements, said, kept } = await run(() => Promise.reject(new Error("ran")), { green: EARLIER });

  expect(judgements).toEqual([
    { ...EARLIER.verdict, unchangedSince: EARLIER.since, name: "charts", seconds: expect.any(Number) },
  ]);
  expect(said.at(-1)).toBe("charts: unchanged since 2026-11-29 14:02 UTC, green … s");
  expect(kept).toEqual([]);
});

test("runs again where that is asked for, and keeps the new verdict", async () => {
  const { judgements, kept } = await run(() => Promise.resolve(clean), { green: EARLIER, again: true });

  expect(judgements[0]).not.toHaveProperty("unchangedSince");
  expect(kept).toEqual([clean]);
});
