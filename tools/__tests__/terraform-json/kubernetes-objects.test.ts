import { expect, test } from "vitest";
import { OBJECT_KINDS, objectOf } from "../../terraform-json/kubernetes-objects";

const object = (type: string, block: Parameters<typeof objectOf>[1]) => objectOf(OBJECT_KINDS[type]!, block);

test("names fields as Kubernetes does, and leaves keys that are data alone", () => {
  expect(
    object("kubernetes_limit_range_v1", {
      "//": { metadata: { path: "a/b" } },
      depends_on: ["kubernetes_namespace_v1.apps"],
      metadata: { name: "containers", namespace: "apps", labels: { some_label: "x_y" } },
      spec: { limit: [{ default_request: { example_key: "1Gi" }, type: "Container" }] },
    }),
  ).toEqual({
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "containers", namespace: "apps", labels: { some_label: "x_y" } },
    spec: { limits: [{ defaultRequest: { example_key: "1Gi" }, type: "Container" }] },
  });
});

test("makes a port in figures a number, and leaves one with a name", () => {
  const policy = object("kubernetes_network_policy_v1", {
    spec: { egress: [{ ports: [{ port: "53" }, { port: "dns" }] }] },
  });

  expect(policy.spec).toEqual({ egress: [{ ports: [{ port: 53 }, { port: "dns" }] }] });
});

test("makes rules and subjects of rule and subject", () => {
  const role = object("kubernetes_role_v1", { rule: [{ api_groups: [""], resource_names: ["a"] }] });
  const binding = object("kubernetes_role_binding_v1", {
    role_ref: { api_group: "rbac.authorization.k8s.io", kind: "Role", name: "a" },
    subject: [{ api_group: "rbac.authorization.k8s.io", kind: "Group", name: "g" }],
  });

  expect(role.rules).toEqual([{ apiGroups: [""], resourceNames: ["a"] }]);
  expect(binding).toMatchObject({ roleRef: { kind: "Role" }, subjects: [{ kind: "Group", name: "g" }] });
});
