import { askersOf } from "./askers";
import { statementsOf } from "./documents";
import type { Role } from "./roles";
import { trusts } from "./simulation";

/** How many requests were simulated, and what came out otherwise than it should. */
export interface Outcome {
  readonly requests: number;
  readonly findings: readonly string[];
}

/** Asks IAM whom a role lets in: whom its trust names, and nobody who is almost the same. */
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
