import { rulesOfPolicy } from "./access-policies";
import type { Binding, Holder, Inventory, Role, Rule } from "./inventory";

/** A rule, and its scope. */
export interface Permission extends Rule {
  /** @default - the whole cluster */
  readonly namespace?: string;

  /**
   * True if Argo CD acts with its own rights, which are all: Kubernetes then compares a binding with Argo CD's rights.
   *
   * @default false
   */
  readonly byArgoCd?: boolean;
}

/** Request to Kubernetes, without its namespace. */
export interface Request {
  readonly verbs: readonly string[];
  readonly group: string;

  /** With its subresource, such as `pods/exec`. */
  readonly resource: string;
}

/** Permissions of a group. */
export const permissionsOfGroup = (group: string, inventory: Inventory): Permission[] => [
  ...permissionsOf(
    (holder) => holder.kind === "Group" && [group, "system:authenticated"].includes(holder.name),
    inventory,
  ),
  ...inventory.policies
    .filter((grant) => grant.group === group)
    .flatMap(({ policy, namespaces }) =>
      (namespaces ?? [undefined]).flatMap((namespace) =>
        rulesOfPolicy(policy).map((rule) => ({ ...rule, namespace })),
      ),
    ),
];

/** Permissions of a service account: its own, and those of the groups that Kubernetes puts it in. */
export function permissionsOfAccount(
  account: { readonly namespace: string; readonly name: string },
  inventory: Inventory,
): Permission[] {
  const groups = [
    "system:authenticated",
    "system:serviceaccounts",
    `system:serviceaccounts:${account.namespace}`,
  ];
  return permissionsOf(
    (holder) =>
      holder.kind === "Group"
        ? groups.includes(holder.name)
        : holder.namespace === account.namespace && holder.name === account.name,
    inventory,
  );
}

const permissionsOf = (isHolder: (holder: Holder) => boolean, inventory: Inventory): Permission[] =>
  inventory.bindings
    .filter(({ holders }) => holders.some(isHolder))
    .flatMap((binding) =>
      rulesOf(binding, inventory.roles).map((rule) => ({ ...rule, namespace: binding.namespace })),
    );

/** Kubernetes' own role that charts refer to. */
const CLUSTER_ADMIN: Role = {
  name: "cluster-admin",
  rules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }],
};

const rulesOf = (binding: Binding, roles: readonly Role[]): readonly Rule[] =>
  [...roles, CLUSTER_ADMIN].filter((role) => isRoleOf(role, binding)).flatMap(({ rules }) => rules);

/** True if a binding gives a role. */
export const isRoleOf = (role: Role, { role: { kind, name }, namespace }: Binding): boolean =>
  role.name === name && (kind === "Role" ? role.namespace === namespace : role.namespace === undefined);

/** True if a rule is about a request. */
export const isAbout = (rule: Rule, { verbs, group, resource }: Request): boolean =>
  includes(rule.apiGroups, group) &&
  (includes(rule.resources, resource) || rule.resources.includes(`*/${resource.split("/")[1]}`)) &&
  verbs.some((verb) => includes(rule.verbs, verb));

const includes = (list: readonly string[], item: string): boolean =>
  list.includes("*") || list.includes(item);

/** Namespaces in which one of the permissions allows a request, each with the names of the objects if not all. */
export const namespacesOf = (
  permissions: readonly Permission[],
  request: Request,
  { namespaces }: Inventory,
): { readonly namespace: string; readonly names?: readonly string[] }[] =>
  permissions
    .filter((permission) => isAbout(permission, request))
    .flatMap(({ namespace, resourceNames: names }) =>
      (namespace === undefined ? namespaces.map(({ name }) => name) : [namespace]).map((one) => ({
        namespace: one,
        ...(names && { names }),
      })),
    );

/** True if one of the permissions allows a request in the whole cluster. */
export const inCluster = (permissions: readonly Permission[], request: Request): boolean =>
  permissions.some((permission) => permission.namespace === undefined && isAbout(permission, request));
