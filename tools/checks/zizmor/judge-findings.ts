import type { AcceptedFinding } from "./accepted-findings";
import type { Finding } from "./findings";

const FILE = "tools/checks/zizmor/accepted-findings.ts";

/** Findings that are not accepted on a day, entries past their day, and entries that nothing needs. */
export function problemsOf(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  today: string,
): string[] {
  const isCovered = (finding: Finding) =>
    accepted.some((entry) => covers(entry, finding) && today < entry.until);
  return [
    ...findings
      .filter((finding) => !isCovered(finding))
      .map(
        ({ file, line, audit, severity, says }) =>
          `${file}:${line}: ${says} (${audit}, ${severity}); correct it (https://docs.zizmor.sh/audits/#${audit}), ` +
          `or accept it with a reason and a day in ${FILE}`,
      ),
    ...accepted.flatMap((entry) => [...pastItsDay(entry, today), ...notNeeded(entry, findings)]),
  ];
}

const covers = ({ audit, file }: AcceptedFinding, finding: Finding): boolean =>
  finding.audit === audit && finding.file === file;

const pastItsDay = ({ audit, file, until }: AcceptedFinding, today: string): string[] =>
  today < until
    ? []
    : [`${FILE}: ${audit} in ${file}: accepted until ${until}; correct the finding, or set a later day`];

const notNeeded = (entry: AcceptedFinding, findings: readonly Finding[]): string[] =>
  findings.some((finding) => covers(entry, finding))
    ? []
    : [`${FILE}: ${entry.audit} in ${entry.file}: no longer found; remove the entry`];
