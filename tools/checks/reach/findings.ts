import type { Inventory } from "./inventory";
import { pathTo, type Reach, type Reached, reachOf, wayTo } from "./reach";
import { type Subject, subjectsOf } from "./subjects";
import type { Target } from "./targets";
import { TENANT_RESOURCE_PREFIX } from "../../../src/names/tenant-resource-names";

/** Targets of one sort that a subject must not reach, and does. */
export interface Finding {
  readonly subject: string;

  /** Sort of the targets, such as `the platform's secrets`. */
  readonly reaches: string;

  /** Each target by a name or a namespace, where there are several of the sort. */
  readonly which: readonly string[];

  /** Steps to the first of them. */
  readonly path: readonly string[];
}

/** Everything that subjects reach and must not. Administrators may reach everything. */
export const findingsIn = (inventory: Inventory): Finding[] =>
  subjectsOf(inventory)
    .filter(({ administrator }) => !administrator)
    .flatMap((subject) => findingsOf(subject, inventory));

/** Such as `cluster-admin: makes or changes jobs in apps → …`. */
export const sentenceOf = ({ reaches, which, path }: Finding): string =>
  `${reaches}${which.length > 0 ? ` (${which.join(", ")})` : ""}: ${path.join(" → ")}`;

function findingsOf(subject: Subject, inventory: Inventory): Finding[] {
  const reach = reachOf(subject.permissions, inventory);
  const bySort = new Map<string, { readonly which: string[]; readonly first: Reached }>();
  for (const reached of reach.values()) {
    const forbidden = forbiddenAs(reached.target, subject, inventory);
    if (forbidden && isFirst(reached, reach, subject, inventory)) {
      const { which } =
        bySort.get(forbidden.sort) ??
        bySort.set(forbidden.sort, { which: [], first: reached }).get(forbidden.sort)!;
      which.push(...(forbidden.one === undefined ? [] : [forbidden.one]));
    }
  }
  return [...bySort].map(([sort, { which, first }]) => ({
    subject: subject.name,
    reaches: sort,
    which,
    path: pathTo(first, reach),
  }));
}

/**
 * True if nothing before a target is forbidden already: a finding there covers all that lies behind it. Exceptions are the whole
 * cluster, its nodes, and what the platform's accounts beside applications lead to.
 */
function isFirst(reached: Reached, reach: Reach, subject: Subject, inventory: Inventory): boolean {
  const way = wayTo(reached, reach);
  const isForbidden = (target: Target) =>
    forbiddenAs(target, subject, inventory) !== undefined && !isBeside(target, subject);
  return (
    reached.target.kind === "cluster-admin" ||
    (!way.some(({ kind }) => kind === "nodes") && (reached.target.kind === "nodes" || !way.some(isForbidden)))
  );
}

const isBeside = (target: Target, { namespaces }: Subject): boolean =>
  target.kind === "account" && namespaces.includes(target.namespace);

interface Forbidden {
  readonly sort: string;
  readonly one?: string;
}

/** Kind of a target that a subject must not reach; undefined if it may. */
function forbiddenAs(target: Target, subject: Subject, inventory: Inventory): Forbidden | undefined {
  switch (target.kind) {
    case "cluster-admin":
      return { sort: "cluster-admin" };
    case "nodes":
      return { sort: "the nodes" };
    case "store":
      return storeFinding(target.name, subject, inventory);
    case "labels":
      return { sort: "the labels of Namespaces", one: target.namespace };
    case "bounds":
      return { sort: "the bounds of namespaces", one: target.namespace };
    case "account":
      return isOwnAccount(target, subject, inventory)
        ? undefined
        : {
            sort: `${owner(target.namespace, subject, inventory)} service accounts`,
            one: accountName(target, inventory),
          };
    default:
      return subject.namespaces.includes(target.namespace)
        ? undefined
        : {
            sort: `${owner(target.namespace, subject, inventory)} ${target.kind}`,
            one: "name" in target ? `${target.namespace}/${target.name}` : target.namespace,
          };
  }
}

/** A store is forbidden that serves more namespaces than the subject's own. */
function storeFinding(name: string, subject: Subject, { stores }: Inventory): Forbidden | undefined {
  const { namespaces } = stores.find((store) => store.name === name) ?? {};
  if (namespaces === undefined) {
    return { sort: "every secret behind a ClusterSecretStore", one: name };
  }
  return namespaces.every((namespace) => subject.namespaces.includes(namespace))
    ? undefined
    : { sort: "secrets of other namespaces behind a ClusterSecretStore", one: name };
}

/**
 * Applications' pods run as the namespace's account `default` if they ask for none, or as an account that the product's file
 * names, whose role may use AWS resources of the namespace alone.
 */
const isOwnAccount = (
  { namespace, name }: { readonly namespace: string; readonly name: string },
  subject: Subject,
  { accounts }: Inventory,
) =>
  subject.name === `service account ${namespace}/${name}` ||
  (subject.namespaces.includes(namespace) &&
    (name === "default" ||
      accounts.some(
        (one) =>
          one.namespace === namespace &&
          one.name === name &&
          one.iamRole?.startsWith(TENANT_RESOURCE_PREFIX) === true,
      )));

/** Accounts in a tenant's own namespace are the platform's too: its releases make them. */
const owner = (name: string, { namespaces }: Subject, inventory: Inventory): string =>
  inventory.namespaces.some((one) => one.name === name && one.tenant) && !namespaces.includes(name)
    ? "another tenant's"
    : "the platform's";

function accountName(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  { accounts }: Inventory,
): string {
  const { iamRole } = accounts.find((one) => one.namespace === namespace && one.name === name) ?? {};
  return `${namespace}/${name}${iamRole ? ` with IAM role ${iamRole}` : ""}`;
}
