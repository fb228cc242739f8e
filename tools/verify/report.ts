import { styleText } from "node:util";
import type { Judgement } from "./judgement";
import { gapsOf, type Verdict } from "./verdict";

const TITLES = ["verification", "tool", "version", "checked", "findings", "time"] as const;

/** Findings, notes and gaps, then one row for each verification, then the gaps in one sentence. */
export function verifyReport(judgements: readonly Judgement[]): string {
  const sections = judgements.flatMap(({ name, findings, caveats = [], notChecked = [] }) => [
    ...findings.map((finding) => `${styleText("red", `${name}:`)} ${finding}`),
    ...notChecked.map((gap) => `${styleText("yellow", `${name}, NOT CHECKED:`)} ${gap}`),
    ...caveats.map((caveat) => `${styleText("yellow", `${name}, less than whole:`)} ${caveat}`),
  ]);
  return [
    ...sections,
    ...(sections.length > 0 ? [""] : []),
    verifyTable(judgements),
    ...unchangedLine(judgements),
    ...gapsLine(judgements),
  ].join("\n");
}

/** Counts the verifications that did not run, so that their rows are not taken for this run's. */
function unchangedLine(judgements: readonly Judgement[]): string[] {
  const count = judgements.filter(({ unchangedSince }) => unchangedSince !== undefined).length;
  return count === 0
    ? []
    : [
        "",
        `${count} of ${judgements.length} did not run: nothing that they depend on has changed since they were green. npm run verify -- --again runs all.`,
      ];
}

/** Names the verifications with gaps, so that a green run on a poor machine is not taken for a whole one. */
function gapsLine(judgements: readonly Judgement[]): string[] {
  const names = judgements.filter((judgement) => gapsOf(judgement).length > 0).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        "",
        styleText(
          "yellow",
          `NOT CHECKED on this machine, at least in part: ${names.join(", ")}. npm run verify -- --complete fails for this.`,
        ),
      ];
}

function verifyTable(judgements: readonly Judgement[]): string {
  const rows = judgements.map((judgement) => [
    judgement.name,
    judgement.tool,
    judgement.version,
    checkedCell(judgement),
    judgement.missing === undefined ? String(judgement.findings.length) : "–",
    `${judgement.seconds.toFixed(1)} s`,
  ]);
  const widths = TITLES.map((title, column) =>
    Math.max(...[TITLES as readonly string[], ...rows].map((row) => row[column]!.length), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < 4 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ");
  return [
    styleText("bold", line(TITLES)),
    ...rows.map((row, index) => styleText(colourOf(judgements[index]!), line(row))),
  ].join("\n");
}

function checkedCell({ checked, missing, notChecked = [], unchangedSince }: Judgement): string {
  if (unchangedSince !== undefined) {
    return `${checked}: unchanged since ${unchangedSince}, green`;
  }
  if (missing !== undefined) {
    return `NOT CHECKED: ${missing}`;
  }
  return notChecked.length === 0 ? checked : `${checked}; ${notChecked.length} NOT CHECKED`;
}

const colourOf = (verdict: Verdict) => {
  const { findings, caveats = [] } = verdict;
  return findings.length > 0 ? "red" : gapsOf(verdict).length + caveats.length > 0 ? "yellow" : "green";
};
