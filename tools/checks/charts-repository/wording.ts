import { columns } from "../../kit/columns";
import type { Verdict } from "./check-applications";
import type { RepositoryResults } from "./clusters";

/** Applications as a table, one line each. */
export const verdictsTable = (verdicts: readonly Verdict[]): string =>
  columns([
    ["cluster", "application", "project", "objects", "verdict"],
    ...verdicts.map((verdict) => [
      verdict.cluster,
      verdict.application,
      verdict.project,
      String(verdict.objects),
      verdictText(verdict),
    ]),
  ]).join("\n");

function verdictText({ problems, refused, notRendered }: Verdict): string {
  if (refused !== undefined) {
    return `refused: ${refused}`;
  }
  if (problems.length > 0) {
    return `${problems.length} problems`;
  }
  return notRendered.length > 0 ? "NOT CHECKED in part" : "passes";
}

/** Problems, each with its application. */
export const problemLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap(({ cluster, application, problems }) =>
    problems.map((problem) => `${cluster} ${application}: ${problem}`),
  );

/** Objects that are not made when applications start, each with the layout's reason and the number that needs it. */
export function notMadeLines(verdicts: readonly Verdict[]): string[] {
  const counts = new Map<string, number>();
  for (const line of verdicts.flatMap(({ notMade }) => notMade)) {
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `NOT MADE HERE, for ${count} applications: ${line}`);
}

/** Everything that this machine could not check. */
export const notCheckedLines = ({ verdicts, notRendered }: RepositoryResults): string[] => [
  ...verdicts.flatMap(({ cluster, application, notRendered: missing }) =>
    missing.map((reason) => `NOT CHECKED ${cluster} ${application}: ${reason}`),
  ),
  ...notRendered.map((release) => `NOT CHECKED against objects of ${release}: its chart is not here`),
];

/** Count of applications by verdict. */
export function summary(verdicts: readonly Verdict[]): string {
  const judged = verdicts.filter(({ refused }) => refused === undefined);
  const passed = judged.filter(({ problems }) => problems.length === 0);
  return `${passed.length} of ${judged.length} applications pass; ${verdicts.length - judged.length} are refused with a reason`;
}
