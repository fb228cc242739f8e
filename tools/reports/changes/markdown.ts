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

/** Longest comment: GitHub takes up to 65,536 characters, and workflows add some. */
const LONGEST_COMMENT = 60_000;

/**
 * Report for a comment on a pull request: the table's content, with attributes folded away. Changes that
 * would make it too long are left out whole, and counted.
 */
export function markdownOf(report: Report, command: string, longest = LONGEST_COMMENT): string {
  if (report.changes.length === 0) {
    return `Nothing changes against ${report.base}.\n`;
  }
  const entries = [
    ...section(
      "Destructive changes",
      report.environments,
      report.destructiveChanges,
      (change) => `:rotating_light: ${code(destructiveText(change))}`,
    ),
    ...section("Versions", report.environments, report.versions, (version) => code(versionText(version))),
    ...section("Access", report.environments, report.access, (access) => code(accessText(access))),
    ...[...groupsOf(report.changes, report.environments)].flatMap(([place, changes]) =>
      changes.map((change) => ({ heading: `### ${place}\n\n`, text: folded(change) })),
    ),
  ];

  const title = `## Changes against ${report.base}\n\n${totalsText(report.changes)}\n`;
  const ending = (count: number) =>
    `\n**${count} more ${count === 1 ? "entry does" : "entries do"} not fit here.** To see everything: ${code(command)}\n`;

  let text = title;
  let heading = "";
  let left = 0;
  for (const entry of entries) {
    const addition = (entry.heading === heading ? "" : `\n${entry.heading}`) + entry.text;
    if (text.length + addition.length + ending(entries.length).length > longest) {
      left++;
    } else {
      text += addition;
      heading = entry.heading;
    }
  }
  return left > 0 ? text + ending(left) : text;
}

interface Entry {
  readonly heading: string;
  readonly text: string;
}

const section = <T extends Located>(
  title: string,
  all: readonly string[],
  items: readonly Folded<T>[],
  textOf: (item: Folded<T>) => string,
): Entry[] =>
  items.map((item) => {
    const place = [item.stack, environmentsText(item, all)].filter((part) => part !== "").join(": ");
    return { heading: `### ${title}\n\n`, text: `- ${textOf(item)} (${place})\n` };
  });

function folded(change: Folded<Change & Located>): string {
  const title = `${SIGNS[change.action]} ${titleOf(change)}`;
  const lines = linesOf(change).flatMap(diffLines);
  return lines.length === 0
    ? `- ${code(title)}\n`
    : `<details><summary><code>${escaped(title)}</code></summary>\n\n\`\`\`diff\n${lines.join("\n")}\n\`\`\`\n\n</details>\n\n`;
}

/** Lines that GitHub colours red and green. */
const diffLines = ({ path, before, after }: Line): string[] => [
  ...(before === undefined ? [] : [`- ${path}: ${before}`]),
  ...(after === undefined ? [] : [`+ ${path}: ${after}`]),
];

/** Text in which nothing is markup or mentions a user. */
const code = (text: string): string => `\`${text.replaceAll("`", "'")}\``;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
