import type { Manifest } from "../../constructs/manifests";

/** Permissions of users once Dex has signed them in. */
export type WorkflowUsers =
  | "all-administrators"
  | {
      /** GitHub team, as `<organisation>:<team>`, whose members start, stop and remove workflows of applications. */
      readonly administrators: string;

      /** Teams that look at workflows and their logs. */
      readonly readers: readonly string[];
    };

/** Service account that stands for people. */
interface UserAccount {
  readonly name: string;

  /** Expression over the person who has signed in. */
  readonly rule: string;

  /** Higher values win if several rules apply. */
  readonly precedence: number;
  readonly role: RoleName;
}

const ROLES = {
  "workflow-reader": [
    {
      apiGroups: ["argoproj.io"],
      resources: [
        "workflows",
        "workflowtemplates",
        "cronworkflows",
        "workfloweventbindings",
        "workflowtaskresults",
      ],
      verbs: ["get", "list", "watch"],
    },
    { apiGroups: [""], resources: ["pods", "pods/log", "events"], verbs: ["get", "list", "watch"] },
  ],
  "workflow-administrator": [
    {
      apiGroups: ["argoproj.io"],
      resources: ["workflows"],
      verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
    },
    // Templates come from Git: to write one is to run programs as any account of the namespace.
    {
      apiGroups: ["argoproj.io"],
      resources: ["workflowtemplates", "cronworkflows", "workfloweventbindings", "workflowtaskresults"],
      verbs: ["get", "list", "watch"],
    },
    { apiGroups: [""], resources: ["pods", "pods/log", "events"], verbs: ["get", "list", "watch"] },
  ],
} as const;

type RoleName = keyof typeof ROLES;

const PREFIX = "argo-workflows";

/** One account for each team, named after it. */
export const userAccounts = (users: WorkflowUsers): readonly UserAccount[] =>
  users === "all-administrators"
    ? [{ name: `${PREFIX}-everybody`, rule: "true", precedence: 1, role: "workflow-administrator" }]
    : [
        accountOf(users.administrators, "workflow-administrator", 2),
        ...users.readers.map((team) => accountOf(team, "workflow-reader", 1)),
      ];

const accountOf = (team: string, role: RoleName, precedence: number): UserAccount => ({
  name: `${PREFIX}-${team.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}`,
  rule: `'${team}' in groups`,
  precedence,
  role,
});

/**
 * Name of the Secret in which the server looks for an account's token. The server asks Kubernetes for no other, so the
 * token does not expire: only the platform may read Secrets in its namespace.
 */
export const tokenName = (account: string): string => `${account}.service-account-token`;

/**
 * Service accounts that people are mapped to by their groups, with their rights in each namespace. People in none of the
 * groups are refused. In the namespace of the server, which is the platform's, administrators only read: a workflow runs
 * as any account of its namespace, of which Argo CD's may do everything.
 *
 * @see https://argo-workflows.readthedocs.io/en/stable/argo-server-sso/#sso-rbac
 */
export function workflowUsers(
  users: WorkflowUsers,
  namespace: string,
  workflowNamespaces: readonly string[],
): Manifest[] {
  const accounts = userAccounts(users);

  return [
    ...accounts.flatMap((account) => [serviceAccount(account, namespace), token(account, namespace)]),
    ...workflowNamespaces.flatMap((target) =>
      target === namespace
        ? grant("workflow-reader", target, accounts, namespace)
        : (Object.keys(ROLES) as RoleName[]).flatMap((role) =>
            grant(
              role,
              target,
              accounts.filter((account) => account.role === role),
              namespace,
            ),
          ),
    ),
  ];
}

/** Role in a namespace, and the accounts that have it. */
const grant = (
  role: RoleName,
  target: string,
  accounts: readonly UserAccount[],
  namespace: string,
): Manifest[] => [
  { ...rbac("Role", role, target), rules: ROLES[role] },
  {
    ...rbac("RoleBinding", role, target),
    roleRef: { apiGroup: RBAC, kind: "Role", name: role },
    subjects: accounts.map(({ name }) => ({ kind: "ServiceAccount", name, namespace })),
  },
];

const serviceAccount = ({ name, rule, precedence }: UserAccount, namespace: string): Manifest => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: {
    name,
    namespace,
    annotations: {
      "workflows.argoproj.io/rbac-rule": rule,
      "workflows.argoproj.io/rbac-rule-precedence": String(precedence),
    },
  },
});

const token = ({ name }: UserAccount, namespace: string): Manifest => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: {
    name: tokenName(name),
    namespace,
    annotations: { "kubernetes.io/service-account.name": name },
  },
  type: "kubernetes.io/service-account-token",
});

const RBAC = "rbac.authorization.k8s.io";

const rbac = (kind: "Role" | "RoleBinding", name: string, namespace: string): Manifest => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name, namespace },
});
