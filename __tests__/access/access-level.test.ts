import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { describe, expect, it } from "vitest";
import { AccessLevel, type AccessLevelProps } from "../../src/access/access-level";
import { Terraform } from "../support/terraform";

const read = { apiGroups: [""], resources: ["pods"], verbs: ["get"] };
const exec = { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] };

const build = (props: Partial<AccessLevelProps> = {}) =>
  Terraform.of((scope) => {
    new AccessLevel(scope, "developer", {
      name: "developer",
      clusterRules: [read],
      namespaceRules: [exec],
      namespaces: ["apps", "licensify"],
      after: [],
      readyFor: () => [],
      ...props,
    });
  });

describe("AccessLevel", () => {
  it("lets the level's group do in the cluster what the level allows", () => {
    const terraform = build();

    expect(terraform.only(ClusterRoleV1)).toMatchObject({
      metadata: { name: "developer" },
      rule: [{ api_groups: [""], resources: ["pods"], verbs: ["get"] }],
    });
    expect(terraform.only(ClusterRoleBindingV1)).toMatchObject({
      role_ref: { api_group: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "developer" },
      subject: [{ api_group: "rbac.authorization.k8s.io", kind: "Group", name: "developer" }],
    });
  });

  it("lets it do more in the level's namespaces", () => {
    const terraform = build();

    expect(terraform.all(RoleV1)).toMatchObject(
      ["apps", "licensify"].map((namespace) => ({
        metadata: { name: "developer", namespace },
        rule: [{ api_groups: [""], resources: ["pods/exec"], verbs: ["create"] }],
      })),
    );
    expect(terraform.all(RoleBindingV1)).toMatchObject(
      ["apps", "licensify"].map((namespace) => ({
        metadata: { namespace },
        role_ref: { kind: "Role", name: "developer" },
        subject: [{ kind: "Group", name: "developer" }],
      })),
    );
  });

  it("makes no role in a namespace where it allows nothing more", () => {
    expect(build({ namespaceRules: [] }).all(RoleV1)).toEqual([]);
  });
});
