import { stripVTControlCharacters } from "node:util";
import { expect, test, vi } from "vitest";
import { checkTable, failureReport, gapsIn, showProgress } from "../../kit/check-report";
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

test("names once what could not be looked at, by checks that passed too", () => {
  const gap = "NOT CHECKED: no provider\n";
  const rehearsals = {
    name: "rehearsals",
    outcome: "passed",
    seconds: 1,
    output: `a\n${gap}b ${gap}${gap}`,
  } as const;

  expect(gapsIn([...RESULTS, rehearsals]).map(stripVTControlCharacters)).toEqual([
    "bindings, NOT CHECKED: terraform not found",
    "rehearsals, NOT CHECKED: no provider",
  ]);
});

/** Output to a stream while `lint` and `types` run. */
function written(isTTY: boolean): string {
  let text = "";
  const stream = { isTTY, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream;
  const progress = showProgress(stream);
  progress.started("lint");
  progress.started("types");
  RESULTS.slice(0, 2).forEach((result) => progress.finished(result));
  return stripVTControlCharacters(text.replaceAll("\r\u001b[K", "<clear>")).replaceAll(
    "<clear>",
    "\r\u001b[K",
  );
}

const PLAIN = "types: passed 2.3 s\nlint: failed 12.0 s\n--- lint failed\nmain.ts: no\n";

test("prints a plain line for each check that is done where there is no terminal", () => {
  expect(written(false)).toBe(PLAIN);
});

test("rewrites one line in a terminal, and clears it at the end", () => {
  vi.stubEnv("CI", "");
  const lines = written(true).split("\r\u001b[K");
  vi.unstubAllEnvs();

  expect(lines).toEqual(["", "lint …", "lint, types …", "lint …", "", "--- lint failed\nmain.ts: no\n", ""]);
});

test("takes a terminal in CI for no terminal", () => {
  vi.stubEnv("CI", "true");
  const text = written(true);
  vi.unstubAllEnvs();

  expect(text).toBe(PLAIN);
});

test("shows the last lines of a long failure at once", () => {
  let text = "";
  const stream = { isTTY: false, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream;
  const output = Array.from({ length: 25 }, (_, index) => `line ${index + 1}`).join("\n");
  showProgress(stream).finished({ name: "lint", outcome: "failed", seconds: 1, output });

  const lines = stripVTControlCharacters(text).trimEnd().split("\n");
  expect(lines.slice(1, 4)).toEqual(["--- lint failed", "… 5 lines before, printed at the end", "line 6"]);
  expect(lines.at(-1)).toBe("line 25");
});
