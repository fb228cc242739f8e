import type { Json } from "../../../src/output/leaves";
import { accessFindings } from "./access-findings";
import type { AccessTable } from "./access/table";
import type { EnvironmentIam } from "./inspect";
import { nameInTable } from "./name-in-table";
import type { ResourcePolicies } from "./resource-policies";
import { type Outcome, simulateTrust } from "./trust-findings";

/** Documents of AWS managed policies, by ARN. */
export type ManagedPolicies = Readonly<Record<string, Json>>;

/** Number of simulated requests, and unexpected results. */
export interface Simulated extends Outcome {
  /** Names of roles that could not be simulated, since a managed policy of theirs is not known. */
  readonly unknown: readonly string[];
}

/** Simulates the table's requests for every role of some environments. */
export async function simulate(
  environments: readonly EnvironmentIam[],
  table: AccessTable,
  managedPolicies: ManagedPolicies,
): Promise<Simulated> {
  const findings: string[] = [];
  const unknown = new Set<string>();
  const used = new Set<string>();
  const resourcePolicies = Object.assign(
    {},
    ...environments.map((iam) => iam.resourcePolicies),
  ) as ResourcePolicies;
  let requests = 0;

  for (const iam of environments) {
    for (const role of iam.roles) {
      const name = nameInTable(role.name, iam.environment);
      used.add(name);
      const asked = await simulateTrust(role, iam.account);
      requests += asked.requests;
      findings.push(...asked.findings);
      if (role.managedPolicies.some((arn) => !Object.hasOwn(managedPolicies, arn))) {
        unknown.add(name);
      } else {
        const access = await accessFindings(iam, role, table[name], { managedPolicies, resourcePolicies });
        requests += access.requests;
        findings.push(...access.findings);
      }
    }
  }
  const stale = Object.keys(table).filter((name) => !used.has(name));
  findings.push(...[...used].flatMap((name) => missingRows(name, table)));
  return {
    requests,
    findings: [
      ...findings,
      ...stale.map((name) => `${name}: expected a role of that name, got none; ${EDIT}`),
    ],
    unknown: [...unknown],
  };
}

const EDIT = "edit tools/checks/iam/access";

function missingRows(name: string, table: AccessTable): string[] {
  const access = table[name];
  return [
    ...((access?.may ?? []).length === 0 && access?.nothing === undefined
      ? [`${name}: expected what it may do, got nothing; ${EDIT}`]
      : []),
    ...((access?.mayNot ?? []).length === 0
      ? [`${name}: expected what it must not do, got nothing; ${EDIT}`]
      : []),
  ];
}
