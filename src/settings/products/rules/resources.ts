import { isOfEveryObject } from "../../checking/own-value";
import { oneOf, type Path, show } from "../../checking/problem";
import { nameOf } from "../fields";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import {
  CONFIG_KEYS,
  configKey,
  namedUsers,
  needsCopies,
  needsIdentity,
  type OwnResource,
  resourcesOf,
  usersOf,
} from "../resources/own-resources";
import { IMPORT_KEYS, importsOf, resourceNamed, usersOfImport } from "../resources/imported";
import type { World } from "../world";
import { at } from "./at";

/** Characters of the longest name of a resource. Names in AWS have the cluster's and the namespace's before it. */
const LONGEST_NAME = 30;

/** Most resources that one service account uses: AWS takes 10,240 characters of a role's own policies. */
const MOST_USED = 30;

const RESOURCE_NAME = nameOf(LONGEST_NAME);

/** Findings about single resources. */
export const ofEach = (
  { tenants }: World,
  judge: (resource: OwnResource, tenant: Tenant, path: Path) => readonly Finding[],
): Finding[] =>
  tenants.flatMap((tenant) =>
    resourcesOf(tenant).flatMap((resource) =>
      judge(resource, tenant, ["resources", resource.kind, resource.name]),
    ),
  );

/** Refuses a resource whose name AWS or a ConfigMap could not take. */
export const resourcesHaveNames = (world: World): Finding[] =>
  ofEach(world, ({ name }, tenant, path) => nameFindings(name, tenant, path));

/** Findings about the name of a resource or an import. */
export const nameFindings = (name: string, tenant: Tenant, path: Path): Finding[] => {
  const message = RESOURCE_NAME.safeParse(name).error?.issues[0]?.message;
  const expected =
    message ?? (isOfEveryObject(name) || name.includes("--") ? "single hyphens and another name" : undefined);
  return expected === undefined
    ? []
    : [at(tenant, path, { expected, got: show(name), fix: "choose another name" })];
};

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

/** Refuses a subscription to a topic that does not exist, or that cannot keep what the queue promises. */
export const subscriptionsHaveTopics = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    resource.kind !== "queue"
      ? []
      : (resource.settings.subscriptions ?? []).flatMap(({ topic }, index, all) => {
          const topics = topicsOf(world, tenant);
          const found = topics.get(topic);
          const words = (expected: string, fix: string) => [
            at(tenant, [...path, "subscriptions", index, "topic"], { expected, got: show(topic), fix }),
          ];
          if (found === undefined) {
            return words(
              `a topic of ${tenant.ref}: ${oneOf([...topics.keys()])}`,
              "correct the name, or add the topic to resources or imports",
            );
          }
          if (all.findIndex((other) => other.topic === topic) !== index) {
            return words("each topic once", "join both, with the values of both in filter");
          }
          return resource.settings.fifo === true && found.fifo !== true
            ? words(
                "a topic that keeps the order, since the queue does",
                "write fifo: true there, or here none",
              )
            : [];
        }),
  );

/** Topics to which queues of a tenant may subscribe, by the names that they have there. */
const topicsOf = ({ byRef }: World, tenant: Tenant): ReadonlyMap<string, { readonly fifo?: boolean }> =>
  new Map([
    ...Object.entries(tenant.settings.resources?.topic ?? {}),
    ...importsOf(tenant).flatMap(({ kind, as, owner, name }) => {
      const there = kind === "topic" ? byRef.get(owner) : undefined;
      const found = there && resourceNamed(there, "topic", name);
      return found?.kind === "topic" ? [[as, found.settings] as const] : [];
    }),
  ]);

/** Refuses two resources whose keys in the ConfigMap would be the same. */
export const configKeysAreUnique = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const owners = new Map<string, string>();
    return [
      ...resourcesOf(tenant).map(({ kind, name }) => ({
        of: "resources",
        kind,
        name,
        keys: CONFIG_KEYS[kind],
      })),
      ...importsOf(tenant).map(({ kind, as }) => ({
        of: "imports",
        kind,
        name: as,
        keys: IMPORT_KEYS[kind],
      })),
    ].flatMap(({ of, kind, name, keys }) =>
      keys.flatMap((key) => {
        const whole = configKey(kind, name, key);
        const first = owners.get(whole);
        owners.set(whole, first ?? name);
        return first === undefined
          ? []
          : [
              at(tenant, [of, kind, name], {
                expected: "keys of its own in the ConfigMap",
                got: `${whole}, which ${first} has`,
                fix: "choose another name",
              }),
            ];
      }),
    );
  });

/** Refuses a resource whose earlier name another of its kind has or had. */
export const earlierNamesAreFree = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const owners = new Map<string, string>();
    return resourcesOf(tenant).flatMap(({ kind, name, inAws }) => {
      const first = owners.get(`${kind} ${inAws}`);
      owners.set(`${kind} ${inAws}`, first ?? name);
      return first === undefined
        ? []
        : [
            at(tenant, ["resources", kind, name], {
              expected: `a ${kind} of its own in AWS`,
              got: `${inAws}, which is that of ${first}`,
              fix: "correct renamedFrom, or choose another name",
            }),
          ];
    });
  });

/** Refuses a namespace of which a name in AWS could be told in two ways. */
export const namespacesPartNames = ({ tenants }: World): Finding[] =>
  tenants
    .filter(
      ({ namespace, settings: { serviceAccounts, resources } }) =>
        namespace.includes("--") && (serviceAccounts ?? resources) !== undefined,
    )
    .map((tenant) =>
      at(tenant, ["namespace"], {
        expected: "single hyphens, since two part names in AWS",
        got: show(tenant.namespace),
        fix: "choose another namespace",
      }),
    );

/** Refuses a secret, or a database, on a cluster that copies nothing from Secrets Manager. */
export const secretsAreCopied = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    !needsCopies(resource) || world.clusters.get(tenant.cluster)?.copiesSecrets !== false
      ? []
      : [
          at(tenant, path, {
            expected: `no ${resource.kind} on ${tenant.cluster}, which copies nothing from Secrets Manager`,
            got: "one",
            fix: "ask the platform's engineers to switch addons.externalSecrets on",
          }),
        ],
  );

/** Refuses a search domain in an account where OpenSearch may not connect to subnets. */
export const searchHasItsRole = (world: World): Finding[] =>
  ofEach(world, ({ kind }, tenant, path) =>
    kind !== "search" || world.clusters.get(tenant.cluster)?.hasSearch !== false
      ? []
      : [
          at(tenant, path, {
            expected: `no search on ${tenant.cluster}, in whose account OpenSearch has no role`,
            got: "one",
            fix: "ask the platform's engineers for serviceLinkedRoles.opensearchservice in the environment",
          }),
        ],
  );

/** Refuses two indexes or keys of a table that give one attribute two types. */
export const attributesHaveOneType = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "table") {
      return [];
    }
    const { partitionKey, sortKey, indexes = {} } = resource.settings;
    const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)];
    const types = new Map<string, string>();
    return keys
      .flatMap((each) => [each.partitionKey, ...(each.sortKey ? [each.sortKey] : [])])
      .flatMap(({ name, type }) => {
        const first = types.get(name) ?? type;
        types.set(name, first);
        return first === type
          ? []
          : [
              at(tenant, path, {
                expected: `one type of attribute ${show(name)}`,
                got: `${first} and ${type}`,
                fix: "write one of them in all keys",
              }),
            ];
      });
  });
