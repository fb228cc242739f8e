import type { AcceptedFinding } from "./accepted/accepted-finding";
import type { Finding } from "./findings";

const FILE = "tools/checks/checkov-releases/accepted";

/**
 * Findings that are not accepted on a day, one line for each check; entries past their day; and entries that nothing
 * needs, of releases that were rendered.
 */
export function problemsOf(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  { today, rendered }: { readonly today: string; readonly rendered: readonly string[] },
): string[] {
  const isCovered = (finding: Finding) =>
    accepted.some(
      (entry) => today < entry.until && entry.on.some((pattern) => covers(entry, pattern, finding)),
    );
  const left = findings.filter((finding) => !isCovered(finding));
  return [
    ...[...new Set(left.map(({ check }) => check))].sort().map((check) => problemOf(left, check)),
    ...accepted
      .filter(({ until }) => today >= until)
      .map(
        ({ check, until }) => `${FILE}: ${check}: accepted until ${until}; correct it, or set a later day`,
      ),
    ...accepted.flatMap((entry) =>
      entry.on
        .filter((pattern) => rendered.some((release) => matches(releaseOf(pattern), release)))
        .filter((pattern) => !findings.some((finding) => covers(entry, pattern, finding)))
        .map((pattern) => `${FILE}: ${entry.check} on ${pattern}: no longer found; remove it`),
    ),
  ];
}

function problemOf(left: readonly Finding[], check: string): string {
  const found = left.filter((finding) => finding.check === check);
  const places = found.map(({ where }) => where).join(", ");
  return `${check}: ${found[0]!.asks}: ${places}; correct the values, or accept it with a reason and a day in ${FILE}`;
}

const covers = ({ check }: AcceptedFinding, pattern: string, finding: Finding): boolean =>
  check === finding.check && matches(pattern, finding.where);

const releaseOf = (pattern: string): string => pattern.replace(/:.*$/, "");

const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`).test(text);

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
