import type { Account, Inventory } from "../inventory";
import { inCluster, namespacesOf, type Permission } from "../permissions";
import type { Gain } from "../targets";

/** Service accounts whose tokens may be asked for. */
export const requestTokens = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  accountsBy(
    permissions,
    { verbs: ["create"], resource: "serviceaccounts/token" },
    "asks for a token of",
    inventory,
  );

/** Service accounts, users and groups that may be impersonated. A user may be anyone. */
export const impersonate = (permissions: readonly Permission[], inventory: Inventory): Gain[] => [
  ...accountsBy(
    permissions,
    { verbs: ["impersonate"], resource: "serviceaccounts" },
    "impersonates",
    inventory,
  ),
  ...["users", "groups"]
    .filter((resource) => inCluster(permissions, { verbs: ["impersonate"], group: "", resource }))
    .map((resource): Gain => ({ target: { kind: "cluster-admin" }, how: `impersonates ${resource}` })),
];

const accountsBy = (
  permissions: readonly Permission[],
  request: { readonly verbs: readonly string[]; readonly resource: string },
  how: string,
  inventory: Inventory,
): Gain[] =>
  namespacesOf(permissions, { ...request, group: "" }, inventory).flatMap(({ namespace, names }) =>
    inventory.accounts
      .filter((account) => account.namespace === namespace && (names?.includes(account.name) ?? true))
      .map((account): Gain => gainOf(account, how)),
  );

/** A service account, gained. */
export const gainOf = ({ namespace, name }: Account, how: string): Gain => ({
  target: { kind: "account", namespace, name },
  how: `${how} service account ${namespace}/${name}`,
});
