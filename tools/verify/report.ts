import { styleText } from "node:util";
import type { Judgement } from "./judge";
import type { Verdict } from "./verdict";

const TITLES = ["verification", "tool", "version", "checked", "findings", "time"] as const;

/** What was found and what was left out, and under it one row for each verification. */
export function verifyReport(judgements: readonly Judgement[]): string {
  const sections = judgements.flatMap(({ name, findings, caveats = [] }) => [
    ...findings.map((finding) => `${styleText("red", `${name}:`)} ${finding}`),
    ...caveats.map((caveat) => `${styleText("yellow", `${name}, less than whole:`)} ${caveat}`),
  ]);
  return [...sections, sections.length > 0 ? "" : undefined, verifyTable(judgements)]
    .filter((part) => part !== undefined)
    .join("\n");
}

/** How a verification ended, in a word or two. */
export const outcomeOf = ({ findings, missing }: Verdict): string =>
  missing === undefined ? `${findings.length} findings` : "missing";

function verifyTable(judgements: readonly Judgement[]): string {
  const rows = judgements.map((judgement) => [
    judgement.name,
    judgement.tool,
    judgement.version,
    judgement.missing === undefined ? judgement.checked : `nothing: ${judgement.missing}`,
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

const colourOf = ({ findings, missing, caveats = [] }: Verdict) =>
  findings.length > 0 ? "red" : missing !== undefined || caveats.length > 0 ? "yellow" : "green";
