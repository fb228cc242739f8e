import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";
import { ARGO_CD, askedBy } from "./requests.cases";

const RBAC = "rbac.authorization.k8s.io";

const right = (group: string, resource: string, verbs: readonly string[]): HelmValues => ({
  apiGroups: [group],
  resources: [resource],
  verbs,
});

const roleOf = (rules: readonly HelmValues[], metadata: Partial<Manifest["metadata"]> = {}) =>
  ({
    apiVersion: `${RBAC}/v1`,
    kind: "Role",
    metadata: { name: "migration", namespace: "apps", ...metadata },
    rules,
  }) satisfies Manifest;

const role = (rules: readonly HelmValues[], metadata: Partial<Manifest["metadata"]> = {}, user = ARGO_CD) =>
  askedBy(user, "Role", "roles", roleOf(rules, metadata));

const OWN = { kind: "ServiceAccount", name: "migration" };

const binding = (subject: HelmValues, kind = "Role", name = "migration") =>
  askedBy(ARGO_CD, "RoleBinding", "rolebindings", {
    apiVersion: `${RBAC}/v1`,
    kind: "RoleBinding",
    metadata: { name: "migration", namespace: "apps" },
    roleRef: { apiGroup: RBAC, kind, name },
    subjects: [subject],
  });

const READ = right("", "pods", ["get", "list"]);
const START = right("argoproj.io", "workflows", ["create"]);
const WRITE = right("", "secrets", ["create"]);

/** Evidence for the policy bounded-roles. */
export const BOUNDED_ROLES_CASES: PolicyCases = {
  parameters: {
    account: ARGO_CD,
    rules: [READ, { ...START, namespace: "apps" }, { ...WRITE, namespace: "apps", role: "token-writer" }],
  },
  cases: [
    { name: "with rights that every namespace has", object: role([READ], { namespace: "others" }) },
    { name: "with rights that its namespace has", object: role([READ, START]) },
    {
      name: "with fewer verbs on one object",
      object: role([{ ...right("", "pods", ["get"]), resourceNames: ["a"] }]),
    },
    { name: "with rights of its name", object: role([WRITE], { name: "token-writer" }) },
    { name: "with any right, made by Terraform", object: role([WRITE], {}, "terraform") },
    {
      name: "with rights of another namespace",
      object: role([START], { namespace: "others" }),
      refusal: "rules: expected rights of addons.gatekeeper.roles, got create workflows.argoproj.io",
    },
    {
      name: "with rights of another name",
      object: role([WRITE]),
      refusal: "rules: expected rights of addons.gatekeeper.roles, got create secrets",
    },
    ...["namespaces", "resourcequotas", "pods/exec", "serviceaccounts/token", "*"].map((resource) => ({
      name: `with rights on ${resource}`,
      object: role([right("", resource, ["get"])]),
      refusal: `got get ${resource}`,
    })),
    ...[
      [RBAC, "roles", "escalate"],
      [RBAC, "roles", "bind"],
      ["", "serviceaccounts", "impersonate"],
      ["networking.k8s.io", "networkpolicies", "delete"],
      ["*", "pods", "get"],
      ["", "pods", "*"],
    ].map(([group = "", resource = "", verb = ""]) => ({
      name: `that may ${verb} ${resource} of group ${group || "core"}`,
      object: role([right(group, resource, [verb])]),
      refusal: `got ${verb} ${resource}`,
    })),
    { name: "that give an account of the namespace a Role", object: binding(OWN) },
    {
      name: "that give an account a Role of charts",
      object: binding(OWN),
      inventory: [roleOf([READ])],
    },
    {
      name: "that give an account a Role of the platform",
      object: binding(OWN),
      inventory: [roleOf([right("", "pods/exec", ["create"])])],
      refusal:
        "roleRef: expected a Role with rights of addons.gatekeeper.roles, got migration with create pods/exec",
    },
    {
      name: "that give a role of the whole cluster",
      object: binding(OWN, "ClusterRole", "cluster-admin"),
      refusal: "roleRef: expected a Role of the namespace, got ClusterRole cluster-admin",
    },
    {
      name: "that give an account of another namespace rights",
      object: binding({ ...OWN, namespace: "others" }),
      refusal: "subjects: expected service accounts of apps, got ServiceAccount migration",
    },
    {
      name: "that give every account rights",
      object: binding({ kind: "Group", name: "system:serviceaccounts", apiGroup: RBAC }),
      refusal: "subjects: expected service accounts of apps, got Group system:serviceaccounts",
    },
  ],
};
