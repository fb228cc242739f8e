import type { AcceptedFinding } from "./accepted-findings";
import type { Finding } from "./findings";
import { SEVERITIES, severityOf } from "./severities";

export interface JudgedFindings {
  readonly accepted: readonly Finding[];

  /** Findings that are not accepted, and accepted ones that no longer occur. */
  readonly problems: readonly string[];
}

const FILE = "tools/checks/checkov/accepted-findings.ts";

/** Separates new findings from accepted ones, and reports entries without a finding. */
export function judgeFindings(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  hasPlans: boolean,
): JudgedFindings {
  const covers = (finding: Finding) =>
    accepted.some(
      ({ check, on }) => check === finding.check && on.some((pattern) => matches(pattern, finding.where)),
    );
  const stale = accepted
    .filter(({ onlyInPlans = false }) => hasPlans || !onlyInPlans)
    .flatMap(({ check, on }) =>
      on
        .filter((pattern) => !findings.some((one) => one.check === check && matches(pattern, one.where)))
        .map((pattern) => `${check} on ${pattern}: no longer found; remove it from ${FILE}`),
    );
  return {
    accepted: findings.filter(covers),
    problems: [...problemsOf(findings.filter((finding) => !covers(finding))), ...stale],
  };
}

/** Most places of one check that are named. */
const SHOWN = 5;

/** One problem for each check, gravest first. */
function problemsOf(findings: readonly Finding[]): string[] {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    byCheck.set(finding.check, [...(byCheck.get(finding.check) ?? []), finding]);
  }
  return [...byCheck]
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([check, found]) => {
      const places = found.map(({ where, onlyInPlan }) => (onlyInPlan ? `${where} (in its plan)` : where));
      const others = places.length > SHOWN ? [`${places.length - SHOWN} more`] : [];
      return (
        `${check} (${severityOf(check) ?? "unrated"}): ${found[0]!.asks}: ` +
        `${[...places.slice(0, SHOWN), ...others].join(", ")}; correct it, or accept it with a reason in ${FILE}`
      );
    });
}

/** Rank of a check. Those without a severity come first: they need one. */
const rank = (check: string): number => SEVERITIES.findIndex((severity) => severity === severityOf(check));

const matches = (pattern: string, where: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(where);
