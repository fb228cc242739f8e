import { styleText } from "node:util";
import type { Folded, Located } from "./fold";
import type { Report } from "./report";
import type { Change } from "./stack-changes";
import {
  accessText,
  environmentsText,
  destructiveText,
  groupsOf,
  type Line,
  linesOf,
  SIGNS,
  titleOf,
  totalsText,
  versionText,
} from "./wording";

const COLOURS = { added: "green", removed: "red", changed: "yellow", moved: "cyan" } as const;

/**
 * Report for a terminal: destructive changes, versions and access in columns, then every change with its
 * attributes.
 */
export function tableOf(report: Report): string {
  if (report.changes.length === 0) {
    return `Nothing changes against ${report.base}.`;
  }
  const { environments: all } = report;
  const groups = [...groupsOf(report.changes, all)].map(
    ([place, changes]) => `${styleText("bold", place)}\n${changes.map(changeText).join("\n")}`,
  );
  return [
    `${styleText("bold", `Changes against ${report.base}`)}\n${totalsText(report.changes)}`,
    section("Destructive changes", report.destructiveChanges, {
      all,
      textOf: destructiveText,
      colour: "red",
    }),
    section("Versions", report.versions, { all, textOf: versionText }),
    section("Access", report.access, { all, textOf: accessText }),
    ...groups,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

interface Wording<T extends Located> {
  /** Environments of the platform. */
  readonly all: readonly string[];
  readonly textOf: (item: Folded<T>) => string;

  /** @default - the terminal's own */
  readonly colour?: "red";
}

function section<T extends Located>(
  title: string,
  items: readonly Folded<T>[],
  { all, textOf, colour }: Wording<T>,
): string {
  if (items.length === 0) {
    return "";
  }
  const rows = items.map((item) => [environmentsText(item, all), item.stack, textOf(item)] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map(([environments, stack, text]) => {
    const line = `  ${environments.padEnd(width(0))}  ${stack.padEnd(width(1))}  ${text}`;
    return colour ? styleText(colour, line) : line;
  });
  return [styleText("bold", title), ...lines].join("\n");
}

const changeText = (change: Folded<Change & Located>): string =>
  [
    styleText(COLOURS[change.action], `  ${SIGNS[change.action]} ${titleOf(change)}`),
    ...linesOf(change).map((line) => `      ${attributeText(line)}`),
  ].join("\n");

function attributeText({ path, before, after }: Line): string {
  if (before === undefined) {
    return `+ ${path}: ${after}`;
  }
  return after === undefined ? `- ${path}: ${before}` : `~ ${path}: ${before} → ${after}`;
}
