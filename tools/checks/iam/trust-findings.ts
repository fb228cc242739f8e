import { askersOf } from "./askers";
import { statementsOf } from "./documents";
import type { Role } from "./roles";
import { trusts } from "./simulation";

/** Number of simulated requests, and unexpected results. */
export interface Outcome {
  readonly requests: number;
  readonly findings: readonly string[];
}

/**
 * Simulates the callers of a role: it must admit those that its trust names, and none that differ a little.
 */
export async function simulateTrust(role: Role, account: string): Promise<Outcome> {
  const cases = statementsOf(role.trust).flatMap(askersOf);
  const findings: string[] = [];
  for (const asker of cases) {
    if ((await trusts(role, account, asker)) !== asker.granted) {
      findings.push(
        `${role.stack}: ${role.name}: expected ${asker.action} to be ${asker.granted ? "allowed" : "denied"} for ${asker.who}`,
      );
    }
  }
  return { requests: cases.length, findings };
}
