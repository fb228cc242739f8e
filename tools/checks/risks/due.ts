import type { AcceptedRisk } from "./accepted";

/** Days before its day on which a risk is warned of. */
const WARNING_DAYS = 30;

const DAY_MS = 86_400_000;

/** Sentences about risks whose day has come, and about those whose day is near. */
export interface Due {
  readonly findings: readonly string[];
  readonly warnings: readonly string[];
}

/** @param today - day such as `2026-11-21` */
export function dueRisks(risks: readonly AcceptedRisk[], today: string): Due {
  const left = ({ until }: AcceptedRisk) => (Date.parse(until) - Date.parse(today)) / DAY_MS;
  const name = ({ title }: AcceptedRisk) => `tools/checks/risks/accepted.ts: ${title}`;

  return {
    findings: risks
      .filter((risk) => left(risk) <= 0)
      .map(
        (risk) =>
          `${name(risk)}: accepted until ${risk.until}; ${risk.remedy} Or set a later day, and say why`,
      ),
    warnings: risks
      .filter((risk) => left(risk) > 0 && left(risk) <= WARNING_DAYS)
      .map((risk) => `${name(risk)}: ${left(risk)} days left, until ${risk.until}; ${risk.remedy}`),
  };
}
