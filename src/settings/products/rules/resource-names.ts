import { isOfEveryObject } from "../../checking/own-value";
import { type Path, show } from "../../checking/problem";
import { nameOf } from "../fields";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { IMPORT_KEYS, importsOf } from "../resources/imported";
import { CONFIG_KEYS, configKey, resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";

/** Characters of the longest name of a resource. Names in AWS have the cluster's and the namespace's before it. */
const LONGEST_NAME = 30;

const RESOURCE_NAME = nameOf(LONGEST_NAME);

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
      ({ namespace, settings: { serviceAccounts, resources, selfService } }) =>
        namespace.includes("--") && (serviceAccounts ?? resources ?? selfService) !== undefined,
    )
    .map((tenant) =>
      at(tenant, ["namespace"], {
        expected: "single hyphens, since two part names in AWS",
        got: show(tenant.namespace),
        fix: "choose another namespace",
      }),
    );
