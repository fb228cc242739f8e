import { columns } from "../../kit/columns";
import { isRelease } from "./arguments";
import type { Upgrade } from "./proposal";

const HEADER = ["step", "file", "setting", "from", "to", "why"];

/** An upgrade as text: the edits, then the blockers. */
export function wordingOf(
  environment: string,
  to: string,
  { proposals, blockers, exceptions }: Upgrade,
): string {
  const rows = proposals.map(({ step, file, setting, from, to: target, why }) => [
    step,
    file,
    setting,
    from,
    target,
    why,
  ]);
  return [
    `${isRelease(to) ? "Release" : "Kubernetes"} ${to} for ${environment}, in this order:`,
    "",
    ...columns([HEADER, ...rows]),
    ...listed(`Runs on ${to} by a written exception:`, exceptions),
    ...listed("Blocked:", blockers),
    "",
    blockers.length > 0
      ? "Nothing is written. Clear what blocks, then run this again."
      : "Nothing is written. docs/upgrades.md says how to carry it out.",
  ].join("\n");
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${line}`)];
