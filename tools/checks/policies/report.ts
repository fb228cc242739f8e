import type { Environment } from "../../../src/settings/environment/environment";
import { exceptionsTable, expired, farOff, remaining } from "./exceptions";

/** Output for the engineer who asks for exceptions. */
export interface Report {
  readonly text: string;

  /** True if one of them has expired, or ends years from now. */
  readonly isWrong: boolean;
}

/** @param today - day such as `2026-11-21` */
export function report(environments: readonly Environment[], today: string): Report {
  const exceptions = remaining(
    environments.flatMap(({ clusters }) => clusters),
    today,
  );
  const problems = [...expired(exceptions), ...farOff(exceptions)];

  return { text: [exceptionsTable(exceptions), ...problems].join("\n\n"), isWrong: problems.length > 0 };
}
