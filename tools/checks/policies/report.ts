import type { Environment } from "../../../src/settings/environment/environment";
import { exceptionsTable, expired, farOff, remaining } from "./exceptions";

/** What a person is told who asks for exceptions. */
export interface Report {
  readonly text: string;

  /** Whether one of them is over, or has years to go. */
  readonly isWrong: boolean;
}

/** @param today - as `2026-11-21` */
export function report(environments: readonly Environment[], today: string): Report {
  const exceptions = remaining(
    environments.flatMap(({ clusters }) => clusters),
    today,
  );
  const problems = [...expired(exceptions), ...farOff(exceptions)];

  return { text: [exceptionsTable(exceptions), ...problems].join("\n\n"), isWrong: problems.length > 0 };
}
