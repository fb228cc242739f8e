import type { Environment } from "../../../src/settings/environment/environment";
import type { AccessTable } from "./access/table";
import type { EnvironmentIam } from "./inspect";
import { filled, placeholdersOf } from "./placeholders";
import type { Role } from "./roles";
import { decide, type OtherPolicies } from "./simulation";
import type { Outcome } from "./trust-findings";

/** Findings of the simulator about one role's row of the table. */
export async function accessFindings(
  iam: EnvironmentIam,
  role: Role,
  { may, mayNot }: AccessTable[string] = { may: [], mayNot: [] },
  policies: OtherPolicies,
): Promise<Outcome> {
  const { account, environment } = iam;
  const caller = { role, account, region: environment.region, policies: iam.policies, ...policies };
  const placeholders = placeholdersOf(iam, role);
  const rows = [
    ...may.map((row) => ({ row, wanted: true, because: "it needs that" })),
    ...mayNot.map((row) => ({ row, wanted: false, because: row.because })),
  ];
  const findings: string[] = [];
  let requests = 0;
  const own = familyOf(environment, placeholders.cluster);
  const asked = rows.filter(
    ({ row: { cluster = placeholders.cluster, except, promoted = false, family = own } }) =>
      cluster === placeholders.cluster &&
      except !== placeholders.cluster &&
      family === own &&
      (!promoted || environment.organisation.promotion.includes(environment.name)),
  );
  for (const { row, wanted, because } of asked) {
    for (const { request, allowed, impossible } of await decide(caller, filled(row, placeholders))) {
      requests += 1;
      if (impossible !== undefined) {
        findings.push(
          `${role.name}: ${request}: expected a request that AWS can get: ${impossible}; edit tools/checks/iam/access`,
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

/** Family of the addresses of pods in a cluster of an environment. */
const familyOf = ({ clusters }: Environment, name: string | undefined) =>
  clusters.some(({ cluster, network }) => cluster.name === name && network.ipv6) ? "ipv6" : "ipv4";
