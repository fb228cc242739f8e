import { stripVTControlCharacters } from "node:util";
import { expect, test, vi } from "vitest";
import { checkTable, failureReport, showProgress } from "../../kit/check-report";
import type { CheckResult } from "../../kit/run-checks";

const RESULTS: readonly CheckResult[] = [
  { name: "types", outcome: "passed", seconds: 2.34, output: "" },
  { name: "lint", outcome: "failed", seconds: 12, output: "main.ts: no\n" },
  { name: "bindings", outcome: "skipped", seconds: 0, output: "terraform not found" },
];

test("shows one row per check", () => {
  expect(stripVTControlCharacters(checkTable(RESULTS)).split("\n")).toEqual([
    "types     passed                         2.3 s",
    "lint      failed                        12.0 s",
    "bindings  skipped: terraform not found        ",
  ]);
});

test("repeats the output of what failed only", () => {
  expect(stripVTControlCharacters(failureReport(RESULTS))).toBe("--- lint\nmain.ts: no\n");
});

/** Output to a stream while `lint` and `types` run. */
function written(isTTY: boolean): string {
  let text = "";
  const stream = { isTTY, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream;
  const progress = showProgress(stream);
  progress.started("lint");
  progress.started("types");
  RESULTS.slice(0, 2).forEach((result) => progress.finished(result));
  return text;
}

test("prints a plain line for each check that is done where there is no terminal", () => {
  expect(written(false)).toBe("types: passed 2.3 s\nlint: failed 12.0 s\n");
});

test("rewrites one line in a terminal, and clears it at the end", () => {
  vi.stubEnv("CI", "");
  const lines = written(true).split("\r\u001b[K");
  vi.unstubAllEnvs();

  expect(lines).toEqual(["", "lint …", "lint, types …", "lint …", ""]);
});

test("takes a terminal in CI for no terminal", () => {
  vi.stubEnv("CI", "true");
  const text = written(true);
  vi.unstubAllEnvs();

  expect(text).toBe("types: passed 2.3 s\nlint: failed 12.0 s\n");
});
