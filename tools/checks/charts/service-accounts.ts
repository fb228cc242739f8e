import { textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject } from "./objects";
import type { Rendered } from "./rendered";
import type { Release } from "./releases";
import type { Trust } from "./trusts";

const ROLE = "eks.amazonaws.com/role-arn";

/**
 * Problems between IAM and the service accounts of a cluster's releases. An account that is missing, or that
 * no pod uses, is none if a release that was not rendered may have it, or the pods.
 */
export function serviceAccountProblems(
  trusts: readonly Trust[],
  rendered: readonly Rendered[],
  notRendered: readonly Release[],
): string[] {
  const users = JSON.stringify(
    rendered.map(({ objects }) => objects.filter(({ kind }) => kind !== "ServiceAccount")),
  );
  const accounts = rendered.flatMap((one) => accountsOf(one, users));
  const mayBeElsewhere = ({ serviceAccount }: Trust) =>
    notRendered.some(({ values }) => JSON.stringify(values).includes(`"${serviceAccount}"`));

  return [
    ...trusts
      .filter((trust) => !mayBeElsewhere(trust) || accounts.some(isFor(trust)))
      .flatMap((trust) => untrustworthy(trust, accounts, notRendered.length > 0)),
    ...accounts.flatMap((account) => untrusted(account, trusts)),
  ];
}

interface Account {
  readonly namespace: string;
  readonly name: string;
  readonly role: string | undefined;

  /** True if pods run as this account, or an object that makes pods later names it. */
  readonly used: boolean;
}

const accountsOf = ({ release, objects }: Rendered, users: string): Account[] =>
  objects
    .filter(({ kind }) => kind === "ServiceAccount")
    .map((object: KubernetesObject) => {
      const name = textOf(object.metadata.name);
      const role = at(object, "metadata", "annotations", ROLE);
      return {
        namespace: textOf(object.metadata.namespace ?? release.namespace),
        name,
        role: role === undefined ? undefined : textOf(role),
        used: new RegExp(`[sS]erviceAccountName[^\\w-]+${name}(?![\\w-])`).test(users),
      };
    });

const isFor =
  ({ namespace, serviceAccount }: Trust) =>
  (account: Account): boolean =>
    account.namespace === namespace && account.name === serviceAccount;

function untrustworthy(trust: Trust, accounts: readonly Account[], podsMayLack: boolean): string[] {
  const who = `role ${trust.role} trusts ${trust.namespace}/${trust.serviceAccount}`;
  const own = accounts.filter(isFor(trust));
  const [account] = own;
  if (account === undefined || own.length > 1) {
    return [`${who}, which ${own.length === 0 ? "no release makes" : "several releases make"}`];
  }
  if (account.role !== trust.annotation) {
    return [`${who}, whose annotation is ${account.role ?? "missing"}, not ${trust.annotation ?? "absent"}`];
  }
  return account.used || podsMayLack ? [] : [`${who}, which no pod runs as`];
}

const untrusted = (account: Account, trusts: readonly Trust[]): string[] =>
  account.role === undefined || trusts.some((trust) => isFor(trust)(account))
    ? []
    : [`ServiceAccount ${account.namespace}/${account.name} names ${account.role}, which does not trust it`];
