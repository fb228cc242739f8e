import { expect, it } from "vitest";
import { platform as river } from "../../../examples/river-authority";
import { rolesOf } from "../../../src/settings/products/role-quota";
import { problemsOfProducts } from "../../support/products";
import { riverAuthority, riverPlatform } from "../../support/river-authority";
import { productFile } from "../../support/tenant-stacks";

/** Problems of a product on the cluster dev with so many service accounts in each of so many namespaces. */
const problemsWith = (namespaces: number, roleQuotas: Readonly<Record<string, number>> = {}) => {
  const accounts = Array.from({ length: 30 }, (_, index) => `a${index}`).join(", ");
  const environments = Array.from(
    { length: namespaces },
    (_, index) => [`e${index}`, `cluster: dev, serviceAccounts: [${accounts}]`] as const,
  );
  return problemsOfProducts(river, {
    files: [productFile("tide", Object.fromEntries(environments))],
    roleQuotas,
  });
};

it("counts as many roles as the stack of each tenant makes, and its cluster's for self-service", () => {
  for (const tenant of riverAuthority.tenants.products!.tenants) {
    const rolesIn = (id: string) => Object.keys(riverPlatform[id]!.json.resource.aws_iam_role ?? {});
    const ofSelfService = rolesIn(`cluster-access-${tenant.cluster}`).filter((role) =>
      role.startsWith(`self-service-${tenant.namespace}_`),
    );

    expect([...rolesIn(`tenant-${tenant.cluster}-${tenant.namespace}`), ...ofSelfService]).toHaveLength(
      rolesOf(tenant),
    );
  }
});

it("has room for 800 roles of tenants in a new account, and refuses more with both numbers", () => {
  expect(problemsWith(26)).toEqual([]);
  expect(problemsWith(27)).toEqual([
    "products.roleQuotas.dev: expected at least 1010, for 810 roles of tenants and 200 others, got 1000; have AWS raise the quota of roles in Service Quotas, and write the new number",
  ]);
});

it("takes the number that AWS granted", () => {
  expect(problemsWith(27, { dev: 2_000 })).toEqual([]);
});

it("says what to do where AWS grants no more", () => {
  expect(problemsWith(161, { dev: 5_000 })).toEqual([
    "products.roleQuotas.dev: expected at least 5030, for 4830 roles of tenants and 200 others, got 5000; give some products a cluster of another environment, whose account has a quota of its own",
  ]);
});

it("refuses a quota that no account has, and one of no environment", () => {
  expect(problemsWith(1, { dev: 6_000, test: 2_000 })).toEqual([
    "products.roleQuotas.dev: expected a whole number from 1000 to 5000, got 6000; write the number that Service Quotas shows for the account",
    'products.roleQuotas: expected dev or live, got "test"; write one of them',
  ]);
});
