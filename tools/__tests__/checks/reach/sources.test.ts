import { expect, test } from "vitest";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { isKnownPolicy, rulesOfPolicy } from "../../../checks/reach/access-policies";
import { inventoryOfObjects } from "../../../checks/reach/from-objects";
import { inventoryOfStack } from "../../../checks/reach/from-terraform";
import { joined } from "../../../checks/reach/inventory";
import { permissionsOfProject } from "../../../checks/reach/project-permissions";
import { CLUSTER } from "./inventory-for-tests";

const object = (kind: string, name: string, rest: object = {}, metadata: object = {}) =>
  ({ apiVersion: "v1", kind, metadata: { name, ...metadata }, ...rest }) as KubernetesObject;

const inventory = (...objects: readonly KubernetesObject[]) => inventoryOfObjects(objects, "home");

test("objects without a namespace are in the release's, and those of the cluster in none", () => {
  const { accounts, roles } = inventory(
    object("ServiceAccount", "one"),
    object("ServiceAccount", "two", {}, { namespace: "away" }),
    object("Role", "reader", { rules: [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }] }),
    object("ClusterRole", "writer", { rules: [] }),
  );
  expect(accounts).toEqual([
    { namespace: "home", name: "one" },
    { namespace: "away", name: "two" },
  ]);
  expect(roles).toEqual([
    { name: "writer", rules: [] },
    {
      name: "reader",
      namespace: "home",
      rules: [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }],
    },
  ]);
});

test("a role has the rules of those that it aggregates", () => {
  const rules = [{ verbs: ["get"], apiGroups: [""], resources: ["secrets"], resourceNames: ["one"] }];
  const { roles } = inventory(
    object("ClusterRole", "whole", {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: "yes" } }] },
    }),
    object("ClusterRole", "part", { rules }, { labels: { part: "yes" } }),
    object("ClusterRole", "other", { rules }, { labels: { part: "no" } }),
  );
  expect(roles.find(({ name }) => name === "whole")?.rules).toEqual(rules);
});

test("a binding gives groups and service accounts a role", () => {
  const { bindings } = inventory(
    object("RoleBinding", "some", {
      roleRef: { kind: "Role", name: "reader" },
      subjects: [
        { kind: "Group", name: "people" },
        { kind: "ServiceAccount", name: "robot", namespace: "away" },
        { kind: "User", name: "jane" },
      ],
    }),
  );
  expect(bindings).toEqual([
    {
      name: "some",
      namespace: "home",
      role: { kind: "Role", name: "reader" },
      holders: [
        { kind: "Group", name: "people" },
        { kind: "ServiceAccount", name: "robot", namespace: "away" },
      ],
    },
  ]);
});

test("Secrets with tokens, stores and projects are known", () => {
  const { tokenSecrets, stores, projects } = inventory(
    object(
      "Secret",
      "token",
      { type: "kubernetes.io/service-account-token" },
      { annotations: { "kubernetes.io/service-account.name": "robot" } },
    ),
    object("Secret", "password", { type: "Opaque" }),
    object("ClusterSecretStore", "open", { spec: {} }),
    object("ClusterSecretStore", "shut", { spec: { conditions: [{ namespaces: ["home"] }] } }),
    object("AppProject", "team", {
      spec: {
        sourceRepos: ["https://github.com/example/charts"],
        destinations: [{ namespace: "shop" }],
        namespaceResourceWhitelist: [{ group: "batch", kind: "Job" }],
        clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: "shop" }],
      },
    }),
  );
  expect(tokenSecrets).toEqual([{ namespace: "home", name: "token", account: "robot" }]);
  expect(stores).toEqual([{ name: "open" }, { name: "shut", namespaces: ["home"] }]);
  expect(projects).toEqual([
    {
      name: "team",
      namespace: "home",
      sources: ["https://github.com/example/charts"],
      destinations: ["shop"],
      namespaceKinds: [{ group: "batch", kind: "Job" }],
      clusterKinds: [{ group: "", kind: "Namespace", name: "shop" }],
    },
  ]);
});

test("a project may have applied what its kinds are called in rules, where its destinations are", () => {
  const permissions = permissionsOfProject(
    {
      name: "team",
      namespace: "platform",
      sources: [],
      destinations: ["sh*"],
      namespaceKinds: ["NetworkPolicy", "Ingress", "Job", "*"].map((kind) => ({ group: "x", kind })),
      clusterKinds: [{ group: "", kind: "Namespace", name: "shop" }],
    },
    CLUSTER,
  );
  expect(permissions.map(({ resources, namespace }) => [...resources, namespace])).toEqual([
    ["namespaces", undefined],
    ["networkpolicies", "shop"],
    ["ingresses", "shop"],
    ["jobs", "shop"],
    ["*", "shop"],
  ]);
  expect(permissions[0]).toMatchObject({ resourceNames: ["shop"], byArgoCd: true });
});

test("Terraform's resources give what Kubernetes' objects do, and access policies to their entry's group", () => {
  const principal = { for_each: "${toset(roles)}", principal_arn: "${each.value}" };
  const found = inventoryOfStack({
    resource: {
      kubernetes_namespace_v1: {
        shop: {
          metadata: {
            name: "shop",
            labels: {
              "argocd.argoproj.io/managed-by": "platform",
              "pod-security.kubernetes.io/enforce": "restricted",
            },
          },
        },
        platform: {
          metadata: { name: "platform", labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
        },
      },
      kubernetes_cluster_role_v1: {
        reader: {
          metadata: { name: "reader" },
          rule: [{ verbs: ["get"], api_groups: [""], resources: ["pods"], resource_names: ["one"] }],
        },
      },
      kubernetes_role_binding_v1: {
        reader: {
          metadata: { name: "reader", namespace: "shop" },
          role_ref: { kind: "ClusterRole", name: "reader" },
          subject: [{ kind: "Group", name: "people" }],
        },
      },
      aws_eks_access_entry: { people: { ...principal, kubernetes_groups: ["people"] } },
      aws_eks_access_policy_association: {
        people: {
          ...principal,
          policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
          access_scope: { type: "namespace", namespaces: ["shop"] },
        },
        others: {
          principal_arn: "another",
          policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
          access_scope: { type: "cluster" },
        },
      },
      aws_eks_pod_identity_association: {
        till: { namespace: "shop", service_account: "till", role_arn: "${aws_iam_role.till.arn}" },
      },
      aws_iam_role: { till: { name: "till-role" } },
    },
  });
  expect(found).toMatchObject({
    namespaces: [
      { name: "shop", tenant: true, podSecurity: true },
      { name: "platform", tenant: false, podSecurity: false },
    ],
    accounts: [{ namespace: "shop", name: "till", iamRole: "till-role" }],
    roles: [
      {
        name: "reader",
        rules: [{ verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: ["one"] }],
      },
    ],
    bindings: [{ namespace: "shop", role: { kind: "ClusterRole", name: "reader" } }],
    policies: [{ group: "people", policy: "AmazonEKSViewPolicy", namespaces: ["shop"] }],
  });
});

test("an account of several sources is one, with its IAM role", () => {
  const one = { namespace: "shop", name: "till" };
  const parts = [[one], [{ ...one, iamRole: "till-role" }], [one]].map((accounts) => ({
    ...inventory(),
    accounts,
  }));
  expect(joined(parts).accounts).toEqual([{ ...one, iamRole: "till-role" }]);
});

test("an access policy that is not known is taken to allow everything", () => {
  expect(isKnownPolicy("AmazonEKSViewPolicy")).toBe(true);
  expect(isKnownPolicy("toString")).toBe(false);
  expect(rulesOfPolicy("AmazonEKSNewPolicy")).toEqual(rulesOfPolicy("AmazonEKSClusterAdminPolicy"));
});
