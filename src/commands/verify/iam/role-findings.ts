import type { Environment } from "../../../config/environment";
import type { Json } from "../../../output/leaves";
import type { AccessTable, Requests } from "./access/table";
import { askersOf } from "./askers";
import { statementsOf } from "./documents";
import type { EnvironmentIam } from "./inspect";
import { nameInTable } from "./name-in-table";
import type { Role } from "./roles";
import { decide, trusts } from "./simulation";
import { VPC_ID, zoneId } from "./values";

/** Documents of the policies that AWS keeps, by ARN. */
export type ManagedPolicies = Readonly<Record<string, Json>>;

/** What was simulated, and what came out otherwise than it should. */
export interface Simulated {
  readonly requests: number;
  readonly findings: readonly string[];

  /** Names of the roles whose policies AWS keeps and nobody here has, so that nothing was simulated. */
  readonly unknown: readonly string[];
}

/** Asks IAM what the table says, of every role of some environments. */
export async function simulate(
  environments: readonly EnvironmentIam[],
  table: AccessTable,
  managedPolicies: ManagedPolicies,
): Promise<Simulated> {
  const findings: string[] = [];
  const unknown = new Set<string>();
  const used = new Set<string>();
  let requests = 0;

  for (const iam of environments) {
    for (const role of iam.roles) {
      const name = nameInTable(role.name, iam.environment);
      used.add(name);
      const asked = await trustFindings(role, iam.account);
      requests += asked.requests;
      findings.push(...asked.findings);
      if (role.managedPolicies.some((arn) => !Object.hasOwn(managedPolicies, arn))) {
        unknown.add(name);
      } else {
        const access = await accessFindings(iam, role, table[name], managedPolicies);
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

const EDIT = "edit src/commands/verify/iam/access";

function missingRows(name: string, table: AccessTable): string[] {
  const access = table[name];
  return [
    ...((access?.may ?? []).length === 0 ? [`${name}: expected what it may do, got nothing; ${EDIT}`] : []),
    ...((access?.mayNot ?? []).length === 0
      ? [`${name}: expected what it must not do, got nothing; ${EDIT}`]
      : []),
  ];
}

async function trustFindings(role: Role, account: string): Promise<{ requests: number; findings: string[] }> {
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

async function accessFindings(
  { environment, account }: EnvironmentIam,
  role: Role,
  { may, mayNot }: AccessTable[string] = { may: [], mayNot: [] },
  managedPolicies: ManagedPolicies,
): Promise<{ requests: number; findings: string[] }> {
  const caller = { role, account, region: environment.region, managedPolicies };
  const rows = [
    ...may.map((row) => ({ row, wanted: true, because: "it needs that" })),
    ...mayNot.map((row) => ({ row, wanted: false, because: row.because })),
  ];
  const findings: string[] = [];
  let requests = 0;
  for (const { row, wanted, because } of rows) {
    for (const { request, allowed, impossible } of await decide(caller, filled(row, environment, account))) {
      requests += 1;
      if (impossible !== undefined) {
        findings.push(
          `${role.name}: ${request}: expected a request that AWS can get: ${impossible}; ${EDIT}`,
        );
      } else if (allowed !== wanted) {
        findings.push(
          `${role.stack}: ${role.name}: expected ${request} to be ${wanted ? "allowed" : "denied"}: ${because}`,
        );
      }
    }
  }
  return { requests, findings };
}

/** A row for one environment. */
function filled({ actions, on, when = {} }: Requests, environment: Environment, account: string): Requests {
  const { name, region, cluster, dns, network } = environment;
  const values: Readonly<Record<string, string>> = {
    account,
    region,
    environment: name,
    cluster: cluster.name,
    vpc: "existing" in network.vpc ? network.vpc.existing.id : VPC_ID,
    zone: zoneId(`${dns.clusterSubdomain}.${dns.publicZone}`),
  };
  const fill = (text: string) => text.replace(/<(\w+)>/g, (found, key: string) => values[key] ?? found);
  return {
    actions,
    on: fill(on),
    when: Object.fromEntries(
      Object.entries(when).map(([key, value]) => [
        fill(key),
        typeof value === "string" ? fill(value) : value.map(fill),
      ]),
    ),
  };
}
