import type { AcceptedFinding } from "./accepted-findings";
import type { Finding } from "./findings";
import { SEVERITIES, severityOf } from "./severities";

export interface JudgedFindings {
  readonly accepted: readonly Finding[];

  /** Those that nobody has accepted, and those accepted that no longer occur. */
  readonly problems: readonly string[];
}

const FILE = "tools/checks/checkov/accepted-findings.ts";

/** Tells what was accepted from what is new, and what was accepted in vain. */
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

/** How many places are named of what a check finds in many. */
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
        `${[...places.slice(0, SHOWN), ...others].join(", ")}; mend it, or accept it with a reason in ${FILE}`
      );
    });
}

/** Those of which nobody has said how grave they are come first: somebody should. */
const rank = (check: string): number => SEVERITIES.findIndex((severity) => severity === severityOf(check));

const matches = (pattern: string, where: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(where);
