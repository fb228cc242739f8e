import { stripVTControlCharacters, styleText } from "node:util";
import { liveLine } from "./live-line";
import type { CheckResult, Progress } from "./run-checks";

const COLOURS = { passed: "green", failed: "red", skipped: "yellow" } as const;

/** One row per check: its name, its result and its duration. Colours only in a terminal that has them. */
export function checkTable(results: readonly CheckResult[]): string {
  const rows = results.map((result) => [result.name, verdict(result), duration(result)] as const);
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length));

  return rows
    .map(([name, text, time], index) =>
      [
        name.padEnd(width(0)),
        styleText(COLOURS[results[index]!.outcome], text.padEnd(width(1))),
        time.padStart(width(2)),
      ].join("  "),
    )
    .join("\n");
}

/** Output of the checks that failed. */
export const failureReport = (results: readonly CheckResult[]): string =>
  results
    .filter(({ outcome }) => outcome === "failed")
    .map(({ name, output }) => `${styleText("bold", `--- ${name}`)}\n${output.trimEnd()}\n`)
    .join("\n");

/** Gaps of checks that did not fail: what this machine could not look at, in the words of the check. */
export const gapsIn = (results: readonly CheckResult[]): string[] => [
  ...new Set(
    results
      .filter(({ outcome }) => outcome !== "failed")
      .flatMap(({ name, outcome, output }) => {
        const gaps =
          outcome === "skipped"
            ? [output]
            : [...stripVTControlCharacters(output).matchAll(/^NOT CHECKED: (.*)$/gm)].map(first);
        return gaps.map((gap) => `${styleText("yellow", `${name}, NOT CHECKED:`)} ${gap}`);
      }),
  ),
];

const first = ([, group = ""]: RegExpMatchArray): string => group.trim();

/** Lines of a check's output that a reader sees as soon as it fails. */
const LAST_LINES = 20;

/**
 * Shows what is running on one line that is rewritten; without a terminal, one line per check that is done. A check that
 * fails shows its last lines at once.
 */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  const line = liveLine(stream);
  return {
    started: (name) => line.show(name),
    finished(result) {
      line.end(result.name, `${result.name}: ${verdict(result)} ${duration(result)}`.trimEnd());
      if (result.outcome === "failed") {
        line.say(lastLinesOf(result));
      }
    },
  };
}

function lastLinesOf({ name, output }: CheckResult): string {
  const lines = output.trimEnd().split("\n");
  const last = lines.slice(-LAST_LINES);
  const left = lines.length - last.length;
  const title = styleText("bold", `--- ${name} failed`);
  return [title, ...(left > 0 ? [`… ${left} lines before, printed at the end`] : []), ...last].join("\n");
}

const verdict = ({ outcome, output }: CheckResult): string =>
  outcome === "skipped" ? `skipped: ${output}` : outcome;

const duration = ({ outcome, seconds }: CheckResult): string =>
  outcome === "skipped" ? "" : `${seconds.toFixed(1)} s`;
