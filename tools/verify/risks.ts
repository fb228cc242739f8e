import { ACCEPTED_RISKS, type AcceptedRisk } from "../checks/risks/accepted";
import { dueRisks } from "../checks/risks/due";
import type { Verdict, Verification } from "./verdict";

/** Warns of accepted risks whose day is near, and fails once it has come. */
export const risks: Verification = () => Promise.resolve(verdictOf(ACCEPTED_RISKS, new Date()));

/** The verdict on a day. */
export function verdictOf(accepted: readonly AcceptedRisk[], now: Date): Verdict {
  const { findings, warnings } = dueRisks(accepted, now.toISOString().slice(0, 10));
  return {
    tool: "risks",
    version: "",
    checked: `${accepted.length} accepted risks`,
    findings,
    caveats: warnings,
  };
}
