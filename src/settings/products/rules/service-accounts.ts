import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { importsOf, usersOfImport } from "../resources/imported";
import { namedUsers, needsIdentity, resourcesOf, usersOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";

/** Most resources that one service account uses: AWS takes 10,240 characters of a role's own policies. */
const MOST_USED = 30;

/** Refuses a service account that pods have without asking, or that is listed twice. */
export const accountsAreChosen = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) =>
    (tenant.settings.serviceAccounts ?? []).flatMap((account, index, all) =>
      account !== "default" && all.indexOf(account) === index && !account.includes("--")
        ? []
        : [
            at(tenant, ["serviceAccounts", index], {
              expected: "each account once, with single hyphens, and none that every pod has",
              got: show(account),
              fix: "name it after the part of the product that runs as it, such as web",
            }),
          ],
    ),
  );

/** Refuses a resource of which no pod could make use, or that an unknown account uses. */
export const resourcesHaveUsers = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    needsIdentity(resource) ? userFindings(namedUsers(resource), tenant, path) : [],
  );

/** Findings about the service accounts that use a resource or an import. */
export function userFindings(named: readonly string[] | undefined, tenant: Tenant, path: Path): Finding[] {
  const { serviceAccounts: accounts = [] } = tenant.settings;
  if (accounts.length === 0) {
    return [
      at(tenant, path, {
        expected: "a service account that uses it",
        got: "none in serviceAccounts",
        fix: "add one, and run its pods as it",
      }),
    ];
  }
  return (named ?? []).flatMap((account, index) =>
    accounts.includes(account)
      ? []
      : [
          at(tenant, [...path, "usedBy", index], {
            expected: oneOf(accounts),
            got: show(account),
            fix: "correct the name, or add it to serviceAccounts",
          }),
        ],
  );
}

/** Refuses an account whose role would have more permissions than AWS takes. */
export const accountsUseFew = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) =>
    (tenant.settings.serviceAccounts ?? []).flatMap((account, index) => {
      const used = [
        ...resourcesOf(tenant).map((each) => usersOf(tenant, each)),
        ...importsOf(tenant).map((each) => usersOfImport(tenant, each)),
      ].filter((users) => users.includes(account)).length;
      return used <= MOST_USED
        ? []
        : [
            at(tenant, ["serviceAccounts", index], {
              expected: `an account that uses at most ${MOST_USED} resources`,
              got: `${show(account)}, which uses ${used}`,
              fix: "add accounts, and part the resources among them with usedBy",
            }),
          ];
    }),
  );
