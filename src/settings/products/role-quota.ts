import { oneOf, problem, show } from "../checking/problem";
import type { Tenant } from "./products";
import { resourcesOf } from "./resources/own-resources";
import type { World } from "./world";

/**
 * IAM roles of an account: as many as a new one may have, and as many as AWS raises that to.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const QUOTA = { first: 1_000, last: 5_000 };

/** Roles that are left to the platform, its clusters and AWS's own services. */
const OTHERS = 200;

/** IAM roles that a tenant has: of service accounts, of workflows, of readers of secrets and of databases' masters, and of self-service. */
export function rolesOf(tenant: Pick<Tenant, "settings">): number {
  const { serviceAccounts = [], deploy, selfService } = tenant.settings;
  const kinds = new Set(resourcesOf(tenant).map(({ kind }) => kind));
  const ofWorkflows = deploy?.mode === "push" || (deploy !== undefined && kinds.has("registry")) ? 1 : 0;
  const readers = [kinds.has("secret"), kinds.has("postgres") || kinds.has("mysql")].filter(Boolean).length;
  const ofAck = selfService === undefined ? 0 : 1;
  return serviceAccounts.length + ofWorkflows + readers + ofAck;
}

/** Problems of environments whose account has no room for the roles of all its tenants. */
export function problemsOfRoleQuotas({ settings: { roleQuotas = {} }, tenants, clusters }: World): string[] {
  const roles = new Map([...clusters.values()].map(({ environment }) => [environment, 0]));
  for (const tenant of tenants) {
    const environment = clusters.get(tenant.cluster)?.environment;
    if (environment !== undefined) {
      roles.set(environment, roles.get(environment)! + rolesOf(tenant));
    }
  }
  return [
    ...Object.entries(roleQuotas).flatMap(([environment, quota]) => wrongQuota(environment, quota, roles)),
    ...[...roles].flatMap(([environment, count]) => {
      const quota = Object.hasOwn(roleQuotas, environment) ? roleQuotas[environment]! : QUOTA.first;
      return count + OTHERS <= quota ? [] : [tooMany(environment, count, quota)];
    }),
  ];
}

function wrongQuota(environment: string, quota: number, roles: ReadonlyMap<string, number>): string[] {
  const path = ["products", "roleQuotas", environment];
  if (!roles.has(environment)) {
    return [
      problem(["products", "roleQuotas"], oneOf([...roles.keys()]), show(environment), "write one of them"),
    ];
  }
  return Number.isInteger(quota) && quota >= QUOTA.first && quota <= QUOTA.last
    ? []
    : [
        problem(
          path,
          `a whole number from ${QUOTA.first} to ${QUOTA.last}`,
          show(quota),
          "write the number that Service Quotas shows for the account",
        ),
      ];
}

const tooMany = (environment: string, count: number, quota: number): string =>
  problem(
    ["products", "roleQuotas", environment],
    `at least ${count + OTHERS}, for ${count} roles of tenants and ${OTHERS} others`,
    String(quota),
    count + OTHERS <= QUOTA.last
      ? "have AWS raise the quota of roles in Service Quotas, and write the new number"
      : "give some products a cluster of another environment, whose account has a quota of its own",
  );
