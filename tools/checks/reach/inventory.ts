import type { Bound } from "./bounds";

/** One allowance, as a Kubernetes Role lists it. */
export interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];

  /** @default - every object */
  readonly resourceNames?: readonly string[];
}

/** Role, or ClusterRole where it has no namespace. */
export interface Role {
  readonly name: string;
  readonly namespace?: string;
  readonly rules: readonly Rule[];
}

export type Holder =
  | { readonly kind: "Group"; readonly name: string }
  | { readonly kind: "ServiceAccount"; readonly namespace: string; readonly name: string };

/** RoleBinding, or ClusterRoleBinding where it has no namespace. */
export interface Binding {
  readonly name: string;
  readonly namespace?: string;
  readonly role: { readonly kind: "Role" | "ClusterRole"; readonly name: string };
  readonly holders: readonly Holder[];
}

/** EKS access policy of a Kubernetes group's IAM roles. */
export interface PolicyGrant {
  readonly group: string;

  /** Such as `AmazonEKSViewPolicy`. */
  readonly policy: string;

  /** @default - the whole cluster */
  readonly namespaces?: readonly string[];
}

export interface ResourceKind {
  readonly group: string;
  readonly kind: string;

  /** @default - every object of the kind */
  readonly name?: string;
}

/** Argo CD project: kinds that its applications may have, and their namespaces. `*` stands for any. */
export interface Project {
  readonly name: string;

  /** Namespace of the AppProject, which is Argo CD's own. */
  readonly namespace: string;

  /** Addresses of repositories that its applications come from. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly namespaceKinds: readonly ResourceKind[];
  readonly clusterKinds: readonly ResourceKind[];
}

export interface Namespace {
  readonly name: string;

  /** True if teams' applications run in it. */
  readonly tenant: boolean;

  /** True if Pod Security keeps pods from their node. */
  readonly podSecurity: boolean;
}

export interface Account {
  readonly namespace: string;
  readonly name: string;

  /**
   * Name of the IAM role that trusts it.
   *
   * @default - none does
   */
  readonly iamRole?: string;
}

/** Secret that holds a service account's token. */
export interface TokenSecret {
  readonly namespace: string;
  readonly name: string;
  readonly account: string;
}

/** ClusterSecretStore. */
export interface SecretStore {
  readonly name: string;

  /**
   * Namespaces that may read through it.
   *
   * @default - every namespace
   */
  readonly namespaces?: readonly string[];
}

/** Everything of a cluster that gives rights. */
export interface Inventory {
  readonly namespaces: readonly Namespace[];
  readonly accounts: readonly Account[];
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  readonly policies: readonly PolicyGrant[];
  readonly projects: readonly Project[];
  readonly tokenSecrets: readonly TokenSecret[];
  readonly stores: readonly SecretStore[];

  /** Constraints on the Roles and RoleBindings that Argo CD applies. */
  readonly rolesBounds: readonly Bound[];

  /** Constraints on the disks that Argo CD applies. */
  readonly volumeBounds: readonly Bound[];
}

export const EMPTY: Inventory = {
  namespaces: [],
  accounts: [],
  roles: [],
  bindings: [],
  policies: [],
  projects: [],
  tokenSecrets: [],
  stores: [],
  rolesBounds: [],
  volumeBounds: [],
};

/** Joins what several sources hold. */
export const joined = (parts: readonly Inventory[]): Inventory => ({
  namespaces: distinct(parts.flatMap(({ namespaces }) => namespaces)),
  accounts: distinctAccounts(parts.flatMap(({ accounts }) => accounts)),
  roles: parts.flatMap(({ roles }) => roles),
  bindings: parts.flatMap(({ bindings }) => bindings),
  policies: parts.flatMap(({ policies }) => policies),
  projects: parts.flatMap(({ projects }) => projects),
  tokenSecrets: parts.flatMap(({ tokenSecrets }) => tokenSecrets),
  stores: parts.flatMap(({ stores }) => stores),
  rolesBounds: parts.flatMap(({ rolesBounds }) => rolesBounds),
  volumeBounds: parts.flatMap(({ volumeBounds }) => volumeBounds),
});

/** First of each name. */
const distinct = (all: readonly Namespace[]): Namespace[] => [
  ...new Map([...all].reverse().map((one) => [one.name, one])).values(),
];

/** One of each name, with its IAM role if any source knows one. */
function distinctAccounts(all: readonly Account[]): Account[] {
  const byName = new Map<string, Account>();
  for (const account of all) {
    const key = `${account.namespace}/${account.name}`;
    byName.set(key, { ...account, ...byName.get(key) });
  }
  return [...byName.values()];
}
